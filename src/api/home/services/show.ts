import { dossiersOf, type Account } from '../../../access/client';
import { database } from '../../../db';
import { listUnread, type UnreadRow } from '../unread';

interface DossierCounts {
  total: number | string;
  in_progress: number | string;
  /** One of them: where there is just one, that one. */
  one: string | null;
}

export interface ShownHome {
  dossiers: DossierCounts;
  unread: UnreadRow[];
}

const countDossiers = (account: Account): Promise<DossierCounts> => {
  const db = database();
  return db('dossiers')
    .modify(dossiersOf(account))
    .first<DossierCounts>(
      db.raw('count(*) as total, min(dossiers.document_id) as one'),
      db.raw("count(case when dossiers.status = 'in-progress' then 1 end) as in_progress"),
    );
};

/** What a client sees at once: two queries, however much there is. At the first visit everything is new. */
export const showHome = async (account: Account): Promise<ShownHome> => ({
  dossiers: await countDossiers(account),
  unread: await listUnread(account, account.lastVisitAt ?? new Date(0)),
});

export default { showHome };
