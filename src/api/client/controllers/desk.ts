import type { Context } from 'koa';
import { find } from '../../../access/find';
import { clientsOf } from '../../../access/staff';
import { blockingSchema, newClientSchema } from '../../../contract/client';
import { searchQuerySchema } from '../../../contract/dossier';
import { database } from '../../../db';
import { body, query } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { presentClient } from '../present';
import { setBlocked } from '../services/block';
import { createClient } from '../services/create';
import { inviteClient } from '../services/invite';
import { clientWithState, listClients } from '../services/list';

export default {
  async list(ctx: Context) {
    const clients = await listClients(staffOf(ctx), query(ctx, searchQuerySchema).query);
    ctx.body = { clients: clients.map(presentClient) };
  },

  async create(ctx: Context) {
    const client = await createClient(staffOf(ctx), body(ctx, newClientSchema));
    ctx.status = 201;
    ctx.body = presentClient(await clientWithState(client));
  },

  async show(ctx: Context) {
    const client = await find(database(), 'clients', clientsOf(staffOf(ctx)), idOf(ctx));
    ctx.body = presentClient(await clientWithState(client));
  },

  async invite(ctx: Context) {
    const client = await inviteClient(staffOf(ctx), idOf(ctx));
    ctx.status = 202;
    ctx.body = presentClient(await clientWithState(client));
  },

  async setBlocked(ctx: Context) {
    const client = await setBlocked(staffOf(ctx), idOf(ctx), body(ctx, blockingSchema).blocked);
    ctx.body = presentClient(await clientWithState(client));
  },
};
