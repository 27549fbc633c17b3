import { database } from './write';

/** WAL lets one process read while another writes, and a power cut loses nothing that was committed. */
export const useWriteAheadLog = async (): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  await database().raw('PRAGMA journal_mode = WAL');
};
