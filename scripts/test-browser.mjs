import { buildAll } from './build.mjs';
import { script } from './processes.mjs';
import { setup } from './setup.mjs';
import { runBrowser } from './suites.mjs';

/** The browser tests alone, or those whose file is named. */
await script(async () => {
  await setup();
  await buildAll();
  const { failed } = await runBrowser(process.argv.slice(2));
  return failed > 0 ? 1 : 0;
});
