import type { Context } from 'koa';
import { firmSettingsChangeSchema } from '../../../contract/firm-settings';
import { body } from '../../../http/input';
import { staffOf } from '../../../http/person';
import { changeSettings, firmSettingsFor } from '../services/settings';

export default {
  async show(ctx: Context) {
    ctx.body = await firmSettingsFor(staffOf(ctx));
  },

  async change(ctx: Context) {
    ctx.body = await changeSettings(staffOf(ctx), body(ctx, firmSettingsChangeSchema));
  },
};
