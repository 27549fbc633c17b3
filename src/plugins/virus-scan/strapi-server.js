module.exports = require('../../../dist/src/plugins/virus-scan/server').default;
