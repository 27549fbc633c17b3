import type { Context } from 'koa';
import { presentFirm } from '../present';
import { logoAddress } from '../services/logo';
import { firmSettings } from '../services/settings';

export default {
  async show(ctx: Context) {
    ctx.body = presentFirm(await firmSettings(), await logoAddress());
  },
};
