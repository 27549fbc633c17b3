// Version 13 needs Node 22; version 12 ends the process on Node 24.19 and later, when a statement is collected
// (WiseLibs/better-sqlite3#1515). knex looks for the driver by its name, so this package has that name.
const [major] = process.versions.node.split('.').map(Number);
module.exports = require(major >= 22 ? 'better-sqlite3-13' : 'better-sqlite3-12');
