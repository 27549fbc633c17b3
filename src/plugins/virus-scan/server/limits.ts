import type { VirusScanConfig } from './config';
import { beginScan } from './scan';
import { EICAR } from './eicar';

/**
 * Whether clamd really looks at files up to the largest that is taken: `blind` to their end where it calls one clean
 * that ends with the test virus, `narrow` where it refuses one that would be taken. Null: it gave no answer.
 */
export type Limits = 'ok' | 'narrow' | 'blind' | null;

const PIECE = Buffer.alloc(1024 * 1024);

/**
 * Sends a file of exactly the largest size, with the test virus at its end. clamd's own limits are smaller by default,
 * and without `AlertExceedsMax` it calls whatever is beyond them clean.
 */
export const checkLimits = async (config: VirusScanConfig): Promise<Limits> => {
  const scan = beginScan(config);
  let left = config.maxBytes - EICAR.length;
  for (; left > 0 && !scan.settled; left -= PIECE.length) await scan.write(PIECE.subarray(0, left));
  await scan.write(EICAR);
  const verdict = await scan.end();
  if (verdict.status === 'unavailable') return null;
  if (verdict.status === 'refused') return 'narrow';
  return verdict.status === 'infected' ? 'ok' : 'blind';
};
