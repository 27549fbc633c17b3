import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';

const ROOT = path.resolve(__dirname, '../..');
const OUT = path.join(ROOT, 'tests/.out');

/** Chosen by `scripts/suites.mjs`; the defaults serve an editor that starts a test by itself. */
const PORT = process.env.BROWSER_TEST_PORT ?? '1437';
const MAILBOX_PORT = process.env.BROWSER_TEST_MAILBOX_PORT ?? '1480';
const demo = [
  'scripts/demo.mjs --fresh',
  `--folder "${path.join(OUT, 'demo')}"`,
  `--port ${PORT}`,
  `--mailbox-port ${MAILBOX_PORT}`,
];

// The tests read mails on the same page as a person who tries the demo.
process.env.MAILBOX_URL = `http://127.0.0.1:${MAILBOX_PORT}`;

/** A real browser before the very demo that the README promises: real server, scanner, mail server, begun anew. */
export default defineConfig({
  testDir: __dirname,
  outputDir: path.join(OUT, 'browser'),
  // One demo serves all tests, so they take turns; each brings its own client and dossier.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.BROWSER_TEST_REPORT ?? path.join(OUT, 'browser.json') }],
  ],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    baseURL: `http://localhost:${PORT}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    // Without a film of every page: on a machine without a graphics card its drawing takes longer than the tests.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // As root, and in most containers, Chromium's own sandbox cannot start.
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
  webServer: {
    command: `"${process.execPath}" ${demo.join(' ')}`,
    cwd: ROOT,
    wait: { stdout: /The demo is running\./ },
    stdout: 'pipe',
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
