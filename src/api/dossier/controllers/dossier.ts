import type { Context } from 'koa';
import { accountOf, idOf } from '../../../http/person';
import { firmSettings } from '../../firm/services/settings';
import { presentDossier, presentRow } from '../present';
import { listDossiers } from '../services/list';
import { showDossier } from '../services/show';

export default {
  async list(ctx: Context) {
    const dossiers = await listDossiers(accountOf(ctx));
    ctx.body = { dossiers: dossiers.map(presentRow) };
  },

  async show(ctx: Context) {
    const account = accountOf(ctx);
    ctx.body = presentDossier(account, await showDossier(account, idOf(ctx)), await firmSettings());
  },
};
