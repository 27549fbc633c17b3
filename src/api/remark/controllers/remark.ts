import type { Context } from 'koa';
import { newRemarkSchema } from '../../../contract/remark';
import { body } from '../../../http/input';
import { accountOf, idOf } from '../../../http/person';
import { requireNoPrefetch } from '../../document/note-reading';
import { presentRemark, presentThread } from '../present';
import { listRemarks } from '../services/list';
import { noteRead } from '../services/note-read';
import { writeRemark } from '../services/write';

export default {
  async list(ctx: Context) {
    requireNoPrefetch(ctx);
    const thread = await listRemarks(accountOf(ctx), idOf(ctx));
    await noteRead(ctx, accountOf(ctx), thread);
    ctx.body = presentThread(thread);
  },

  // Gives no other remark: what is read is asked for, and leaves its trace (B2).
  async write(ctx: Context) {
    const remark = await writeRemark(accountOf(ctx), idOf(ctx), body(ctx, newRemarkSchema));
    ctx.status = 201;
    ctx.body = presentRemark({ remark, unread: false });
  },
};
