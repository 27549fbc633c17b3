import { refuse } from '../../../contract/refuse';
import { database, type UploadRow } from '../../../db';

/** Who makes a document of an upload says so anew within this time, or is thought to be dead; in milliseconds. */
const LEASE = 60_000;
const RENEW = LEASE / 3;

const until = (): Date => new Date(Date.now() + LEASE);

const unfinished = (id: number) => database()('uploads').where({ id, result: null });

/** True for one of those who try at the same time. */
const isTaken = async ({ id }: UploadRow): Promise<boolean> => {
  const taken = await unfinished(id)
    .whereNotNull('wrapped_key')
    .where((free) => void free.whereNull('finishing_until').orWhere('finishing_until', '<', new Date()))
    .update({ finishing_until: until() });
  return taken > 0;
};

const release = ({ id }: UploadRow) => unfinished(id).update({ finishing_until: null });

/** What became of it where others are at it: the document it has become, else why nobody may finish it now. */
export const elsewhere = async ({ id }: UploadRow): Promise<string> => {
  const row = await database()('uploads').where({ id }).first<UploadRow | undefined>();
  if (row === undefined || (row.result === null && row.wrapped_key === null))
    throw refuse('not-found', 'The upload is over');
  if (row.result === null) throw refuse('upload-busy', 'The upload is being finished already');
  return row.result;
};

/**
 * Lets one at a time work, on whichever node: a file is not opened and scanned many times over because somebody asks
 * often. That only one document comes of it does not hang on this. Gives the document that there is in the end.
 */
export const finishing = async (upload: UploadRow, work: () => Promise<string>): Promise<string> => {
  if (!(await isTaken(upload))) return elsewhere(upload);
  const timer = setInterval(() => {
    // One that fails is made good by the next.
    unfinished(upload.id)
      .whereNotNull('finishing_until')
      .update({ finishing_until: until() })
      .catch(() => undefined);
  }, RENEW);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await release(upload);
  }
};
