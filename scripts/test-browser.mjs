import { buildAll } from './build.mjs';
import { script } from './processes.mjs';
import { setup } from './setup.mjs';
import { runBrowser } from './suites.mjs';

/** The browser tests alone, or those whose file is named; with `--pictures`, they make the README's pictures anew. */
await script(async () => {
  if (process.argv.includes('--pictures')) process.env.PICTURES = 'true';
  await setup();
  await buildAll();
  const { failed } = await runBrowser(process.argv.slice(2).filter((argument) => argument !== '--pictures'));
  return failed > 0 ? 1 : 0;
});
