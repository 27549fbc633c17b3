const path = require('node:path');

const root = path.resolve(__dirname, '..');

/** One Jest for all suites that need no browser; `tests/browser` belongs to Playwright. */
module.exports = {
  rootDir: root,
  roots: ['<rootDir>/tests'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/browser/', '<rootDir>/tests/benchmarks/'],
  testEnvironment: '<rootDir>/tests/support/environment.cjs',
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // What runs in Strapi is what was compiled; only the tests themselves are translated here.
  transformIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/src/plugins/.*/package.json', '<rootDir>/\\.'],
  // For every test and hook: a Strapi of its own takes some seconds to load, and minutes on a machine that others slow down.
  testTimeout: 300_000,
  // One more than the processors of a small machine: a suite waits for a third of its time, for a lock, a mail or a turn.
  maxWorkers: 3,
  // Each suite leaves some of its Strapi behind: after forty a worker spent more time on clearing up than on tests.
  workerIdleMemoryLimit: '1200MB',
};
