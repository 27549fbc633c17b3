import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { buildAll } from './build.mjs';
import { ROOT, script } from './processes.mjs';

/** Writes docs/openapi.json from the contract; a house test says when it is out of date. */
await script(async () => {
  await buildAll(['server']);
  const target = path.join(ROOT, 'docs/openapi.json');
  const { openapi } = createRequire(import.meta.url)(
    path.join(ROOT, 'dist/src/contract/operations/openapi.js'),
  );
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const options = await resolveConfig(target);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, await format(JSON.stringify(openapi(version)), { ...options, parser: 'json' }));
  console.log('Written: docs/openapi.json');
});
