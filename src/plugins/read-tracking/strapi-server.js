module.exports = require('../../../dist/src/plugins/read-tracking/server').default;
