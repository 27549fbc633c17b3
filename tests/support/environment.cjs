const { createRequire } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

const ROOT = path.resolve(__dirname, '../..');

/** What keeps things in its modules: the house, Strapi with its plugins, and the counters of its sign-in. */
const KEEPERS = ['src', 'dist', 'node_modules/@strapi', 'node_modules/koa2-ratelimit'].map((folder) =>
  path.join(ROOT, folder, path.sep),
);

const nodesOwn = createRequire(path.join(ROOT, 'package.json'));

/**
 * Loads a module as Node does, with new ones of Strapi, its plugins and the house. All others, four thousand files,
 * stay loaded for the next suite of the worker.
 */
const requireAnew = (name) => {
  for (const file of Object.keys(nodesOwn.cache))
    if (KEEPERS.some((folder) => file.startsWith(folder))) delete nodesOwn.cache[file];
  return nodesOwn(name);
};

/** Jest compiles a module for the context of its environment, and cannot be told that this is the only one. */
const onlyContexts = new WeakSet();
const { compileFunction } = vm;
vm.compileFunction = (code, names, { parsingContext, ...options } = {}) =>
  compileFunction(code, names, onlyContexts.has(parsingContext) ? options : { parsingContext, ...options });

/** What a suite may change, and who brings it back. */
const remember = () => {
  const [env, { console }, { exit }] = [{ ...process.env }, globalThis, process];
  return () => {
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    Object.assign(globalThis, { console });
    Object.assign(process, { exit });
  };
};

/**
 * Runs a suite in the worker's own context. In one of its own, Jest would load Strapi for each suite anew: three
 * seconds of the processor, of which one is left so.
 */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.restore = remember();
    this.global = globalThis;
    this.context = vm.createContext(globalThis);
    onlyContexts.add(this.context);
    this.moduleMocker = new this.moduleMocker.constructor(globalThis);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({
      config: config.projectConfig,
      global: globalThis,
    });
    Object.assign(globalThis, { requireAnew });
  }

  async teardown() {
    await super.teardown();
    this.restore();
  }
};
