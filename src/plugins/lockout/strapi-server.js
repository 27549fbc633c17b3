module.exports = require('../../../dist/src/plugins/lockout/server').default;
