import type { Context } from 'koa';
import type { Account } from '../../../access/client';
import { database } from '../../../db';
import { readings } from '../../../plugin-services';
import type { MarkedRemark, Thread } from './list';

const newIn = ({ remarks }: Thread): MarkedRemark[] => remarks.filter(({ unread }) => unread);

/** This account has read what was given out, and nothing that came in the meantime. */
export const noteRead = async (ctx: Context, account: Account, thread: Thread): Promise<void> => {
  const ids = newIn(thread).map(({ remark }) => remark.document_id);
  if (ids.length > 0)
    await readings().noteOpened(database(), ctx, { type: 'remark', ids }, account.documentId);
};

/** Somebody of the staff has read it: it is new to the firm no more. */
export const noteReadByStaff = async (ctx: Context, thread: Thread): Promise<void> => {
  const ids = newIn(thread).map(({ remark }) => remark.id);
  if (ids.length === 0 || !readings().countsAsReading(ctx)) return;
  await database()('remarks')
    .whereIn('id', ids)
    .where({ read_by_staff_at: null })
    .update({ read_by_staff_at: new Date() });
};

export default { noteRead, noteReadByStaff };
