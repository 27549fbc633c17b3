import type { Context } from 'koa';
import { mailSwitchesChangeSchema } from '../../../contract/mail-switches';
import { body } from '../../../http/input';
import { accountOf } from '../../../http/person';
import { changeSwitches, switchesOf } from '../services/switches';

export default {
  async show(ctx: Context) {
    ctx.body = await switchesOf(accountOf(ctx));
  },

  async change(ctx: Context) {
    ctx.body = await changeSwitches(accountOf(ctx), body(ctx, mailSwitchesChangeSchema));
  },
};
