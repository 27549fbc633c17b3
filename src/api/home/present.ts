import type { Account } from '../../access/client';
import type { HomeView, UnreadItem } from '../../contract/home';
import { moment, momentOrNull } from '../../db';
import type { ShownHome } from './services/show';
import type { UnreadRow } from './unread';

/** A questionnaire cannot be given to a client yet, so nobody has one to fill in. */
const OPEN_ACTIONS = 0;

const presentUnread = (row: UnreadRow): UnreadItem => {
  const item = {
    id: row.id,
    title: row.title,
    author: row.author,
    at: moment(row.at),
    isNew: Number(row.is_new) === 1,
    dossier: { id: row.dossier_id, description: row.dossier },
  };
  if (row.kind === 'message') return { ...item, kind: row.kind };
  if (row.kind === 'document') return { ...item, kind: row.kind, shelf: row.shelf };
  return { ...item, kind: row.kind, shelf: row.shelf, document: row.document };
};

export const presentHome = (account: Account, { dossiers, unread }: ShownHome): HomeView => {
  const total = Number(dossiers.total);
  return {
    dossiers: { total, inProgress: Number(dossiers.in_progress), only: total === 1 ? dossiers.one : null },
    openActions: OPEN_ACTIONS,
    lastVisitAt: momentOrNull(account.lastVisitAt),
    unread: {
      total: Number(unread[0]?.total ?? 0),
      new: Number(unread[0]?.new_total ?? 0),
      items: unread.map(presentUnread),
    },
  };
};
