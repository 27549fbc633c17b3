import type { Context } from 'koa';
import { newRemarkSchema } from '../../../contract/remark';
import { body } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { presentDeskThread, presentRemark } from '../present';
import { listForDesk } from '../services/list';
import { noteReadByStaff } from '../services/note-read';
import { writeFromDesk } from '../services/write';

export default {
  async list(ctx: Context) {
    const thread = await listForDesk(staffOf(ctx), idOf(ctx));
    await noteReadByStaff(ctx, thread);
    ctx.body = presentDeskThread(thread);
  },

  async write(ctx: Context) {
    const remark = await writeFromDesk(staffOf(ctx), idOf(ctx), body(ctx, newRemarkSchema));
    ctx.status = 201;
    ctx.body = presentRemark({ remark, unread: false });
  },
};
