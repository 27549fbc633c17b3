import type { Context } from 'koa';
import { find } from '../../../access/find';
import { clientsOf } from '../../../access/staff';
import { blockingSchema, invitationSchema, newClientSchema, type DeskClient } from '../../../contract/client';
import { searchQuerySchema } from '../../../contract/dossier';
import { database, type ClientRow } from '../../../db';
import { body, bodyIfAny, query } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { firmSettings } from '../../firm/services/settings';
import { presentClient } from '../present';
import { setBlocked } from '../services/block';
import { createClient } from '../services/create';
import { inviteClient } from '../services/invite';
import { clientWithState, listClients } from '../services/list';
import { revokeInvitation } from '../services/revoke';
import { writeLetter } from '../services/write-letter';

const presented = async (client: ClientRow): Promise<DeskClient> =>
  presentClient(await firmSettings())(await clientWithState(client));

export default {
  async list(ctx: Context) {
    const clients = await listClients(staffOf(ctx), query(ctx, searchQuerySchema).query);
    ctx.body = { clients: clients.map(presentClient(await firmSettings())) };
  },

  async create(ctx: Context) {
    const client = await createClient(staffOf(ctx), body(ctx, newClientSchema));
    ctx.status = 201;
    ctx.body = await presented(client);
  },

  async show(ctx: Context) {
    ctx.body = await presented(await find(database(), 'clients', clientsOf(staffOf(ctx)), idOf(ctx)));
  },

  async invite(ctx: Context) {
    const client = await inviteClient(staffOf(ctx), idOf(ctx), bodyIfAny(ctx, invitationSchema));
    ctx.status = 202;
    ctx.body = await presented(client);
  },

  async revoke(ctx: Context) {
    ctx.body = await presented(await revokeInvitation(staffOf(ctx), idOf(ctx)));
  },

  async letter(ctx: Context) {
    const letter = await writeLetter(staffOf(ctx), idOf(ctx));
    ctx.type = 'application/pdf';
    ctx.attachment('invitation.pdf');
    ctx.body = letter;
  },

  async setBlocked(ctx: Context) {
    const client = await setBlocked(staffOf(ctx), idOf(ctx), body(ctx, blockingSchema).blocked);
    ctx.body = await presented(client);
  },
};
