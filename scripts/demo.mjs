import { script } from './processes.mjs';
import { checkNode } from './setup.mjs';

await script(async () => {
  checkNode();
  // Only now: an old Node could not even read the rest, and would say so less clearly.
  const { demo } = await import('./demo/run.mjs');
  return demo(process.argv.slice(2));
});
