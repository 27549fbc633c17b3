import { readFileSync } from 'node:fs';
import { Broken, verify } from '../../scripts/proof/verify.mjs';

/** Turns every single bit of an export; prints the places where nobody noticed. */
const json = readFileSync(process.argv[2]);
const unnoticed = [];
verify(json);
for (let at = 0; at < json.length; at += 1) {
  for (let bit = 0; bit < 8; bit += 1) {
    const turned = Buffer.from(json);
    turned[at] ^= 1 << bit;
    try {
      verify(turned);
      unnoticed.push(`${at}.${bit}`);
    } catch (error) {
      if (!(error instanceof Broken)) unnoticed.push(`${at}.${bit}: ${error.stack}`);
    }
  }
}
process.stdout.write(JSON.stringify({ bytes: json.length, unnoticed }));
