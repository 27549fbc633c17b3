import { rmSync } from 'node:fs';

/** Ends what `global-setup` started and leaves nothing behind. */
export default async () => {
  const { children, stopPostgres } = globalThis.__sharedByAllSuites;
  await Promise.all([children.stop(), stopPostgres()]);
  rmSync(process.env.TEST_FOLDER, { recursive: true, force: true });
};
