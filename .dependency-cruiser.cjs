/**
 * The arrows of the house: which room may import from which.
 * A room that is not named here may import nothing of the house; `node_modules` and Node are open to all
 * but `contract`.
 */
/** Below `room` only `allowed` may be imported, besides the room itself and packages. */
const only = (name, room, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: room },
  to: { path: '^(src|config|scripts|tests|database)/', pathNot: [room, ...allowed] },
});

const inSrc = (...rooms) => rooms.map((room) => `^src/${room}(/|\\.ts$)`);

/** What the server's rooms stand on: the settings that config read, and the database. */
const GROUND = ['contract', 'settings', 'db'];

module.exports = {
  forbidden: [
    only(
      'portal',
      '^src/portal/',
      inSrc('contract', 'texts', 'password', 'sending', 'viewing'),
      'The portal reaches the server by HTTP alone.',
    ),
    only(
      'desk',
      '^src/admin/',
      inSrc('contract', 'texts', 'sending', 'viewing'),
      'The desk reaches the server by HTTP alone.',
    ),
    only('viewing', '^src/viewing/', inSrc('contract', 'sending'), 'One way to show files, whoever looks.'),
    only('sending', '^src/sending/', inSrc('contract'), 'One way to send files, whoever sends them.'),
    only('texts', '^src/texts/', inSrc('contract'), 'Words stand by themselves.'),
    only('password', '^src/password/', inSrc('contract'), 'One judgement on passwords, on both sides.'),
    only('settings', '^src/settings\\.ts$', [], 'Settings are what config read, and nothing more.'),
    only('db', '^src/db/', inSrc('contract'), 'The database knows rows, not who may see them.'),
    only('access', '^src/access/', inSrc(...GROUND), 'Who may do what depends on nothing that does it.'),
    only(
      'vault',
      '^src/vault/',
      inSrc('contract', 'settings'),
      'Keys and sealed files know no row and nobody who reads.',
    ),
    only(
      'http',
      '^src/http/',
      inSrc('contract', 'texts', 'access'),
      'A request is read before anybody acts on it.',
    ),
    only(
      'policies',
      '^src/policies/',
      inSrc(...GROUND, 'access', 'http'),
      'A door knows who may, not what for.',
    ),
    only('middlewares', '^src/middlewares/', inSrc(...GROUND, 'http'), 'Layers know no noun of the firm.'),
    only('mail', '^src/mail/', inSrc(...GROUND, 'texts'), 'A mail is made of texts.'),
    only(
      'providers',
      '^src/providers/',
      [],
      'A provider is loaded by the upload plugin, which knows no house.',
    ),
    only(
      'api',
      '^src/api/',
      inSrc(...GROUND, 'access', 'http', 'mail', 'texts', 'password', 'vault', 'plugin-services'),
      'An api acts by the rules of access, sends by mail, and looks plugins up.',
    ),
    only('extensions', '^src/extensions/', inSrc('contract'), 'An extension only closes what is not used.'),
    only('config', '^config/', [], 'Settings are read before anything of the house is.'),
    {
      name: 'plugins-are-looked-up',
      comment: 'Only plugin-services.ts names what a plugin offers, and only its types.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/plugins/' },
      to: { path: '^src/plugins/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'plugin-services',
      '^src/plugin-services\\.ts$',
      ['^src/plugins/[^/]+/server/'],
      'The look-up of plugins knows plugins alone.',
    ),
    {
      name: 'plugins-know-no-house',
      comment:
        'A plugin is usable in another Strapi project: it imports nothing of the house, nor of another plugin.',
      severity: 'error',
      from: { path: '^src/plugins/([^/]+)/' },
      to: { path: '^(src|config|scripts|tests|database)/', pathNot: '^src/plugins/$1/' },
    },
    {
      name: 'contract-is-the-ground',
      comment: 'Both sides of the wire stand on the contract, so it stands on nothing but zod.',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { pathNot: ['^src/contract/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'nobody-imports-api',
      comment: 'An api is reached by HTTP, or by the service look-up of Strapi.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/api/', '^src/index\\.ts$'] },
      to: { path: '^src/api/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dead-imports',
      comment: 'What is imported exists.',
      severity: 'error',
      from: {},
      // Plugins are loaded from what was compiled, which is there only after a build.
      to: { couldNotResolve: true, pathNot: '/dist/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs at the firm is installed at the firm.',
      severity: 'error',
      from: { path: '^(src|config)/', pathNot: ['\\.test\\.tsx?$', 'vite\\.config\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|build|\\.strapi|public)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
