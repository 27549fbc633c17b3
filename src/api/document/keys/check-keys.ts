import { firmKeys, unwrapFileKey, type FirmKey } from '../../../vault';
import { countByKey, rowsUnder } from './wrapped-rows';

/** A single row may be damaged; so many are not, and the key is wrong. */
const TRIED = 3;

const opensNone = async (id: string): Promise<boolean> => {
  for (const { owner, ...wrapped } of await rowsUnder(id, 0, TRIED)) {
    const opened = await unwrapFileKey(owner, wrapped).catch(() => undefined);
    if (opened !== undefined) return false;
  }
  return true;
};

const checkKnown = async ({ id, isRemote }: FirmKey, count: number): Promise<void> => {
  if (!(await opensNone(id))) return;
  const says = `The key "${id}" in DOCUMENT_KEY does not open the ${count} documents that were encrypted under it`;
  // A KMS may be away for a moment; reading goes on when it is back.
  if (isRemote) return void strapi.log.error(`${says}: its KMS does not answer, or refuses.`);
  // Whatever came in now would be lost with this key as soon as the right one is put back.
  throw new Error(`${says}: it is another key. Put the right one back, or give this one a name of its own.`);
};

/**
 * Says clearly which documents cannot be read because their key is lost. The portal runs on without them; but not
 * with a wrong key under the name of a right one.
 */
export const checkKeys = async (): Promise<void> => {
  const known = new Map(firmKeys().map((key) => [key.id, key]));
  for (const [id, count] of await countByKey()) {
    const key = known.get(id);
    if (key !== undefined) await checkKnown(key, count);
    else
      strapi.log.error(
        `${count} documents CANNOT BE READ: they are encrypted under the key "${id}", which DOCUMENT_KEY does not name. ` +
          'Put that key back behind the first one.',
      );
  }
};
