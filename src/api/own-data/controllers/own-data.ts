import contentDisposition from 'content-disposition';
import type { Context } from 'koa';
import { from } from '../../../http/from';
import { accountOf } from '../../../http/person';
import { send } from '../../document/send-file';
import { presentOwnData } from '../present';
import { exportOwnData } from '../services/export';
import { ownData } from '../services/show';

export default {
  async show(ctx: Context) {
    ctx.body = presentOwnData(await ownData(accountOf(ctx)));
  },

  async export(ctx: Context) {
    send(ctx, await exportOwnData(accountOf(ctx), from(ctx)));
    ctx.status = 200;
    ctx.set('Content-Disposition', contentDisposition('own-data.json'));
    ctx.type = 'application/json';
  },
};
