module.exports = require('../../../dist/src/providers/private-folder');
