module.exports = require('../../../dist/src/plugins/two-factor/server').default;
