import { benchDocuments } from '../tests/benchmarks/documents/run.mjs';
import { benchDossierList } from '../tests/benchmarks/dossier-list/run.mjs';
import { benchSignIns } from '../tests/benchmarks/sign-ins/run.mjs';
import { buildAll } from './build.mjs';
import { script } from './processes.mjs';
import { setup } from './setup.mjs';

/** Benchmarks print ratios to a limit that is measured in the same run; they are no tests. */
await script(async () => {
  await setup();
  await buildAll(['server']);
  await benchDossierList();
  await benchDocuments();
  await benchSignIns();
});
