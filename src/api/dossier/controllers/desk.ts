import type { Context } from 'koa';
import {
  assignmentSchema,
  dossierChangeSchema,
  newDossierSchema,
  searchQuerySchema,
} from '../../../contract/dossier';
import { body, query } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { presentDeskDossier, presentDeskRow, staffName } from '../present';
import { createDossier } from '../services/create';
import { assignAndShow, changeAndShow, listForDesk, listStaff, showForDesk } from '../services/desk-list';

export default {
  async list(ctx: Context) {
    const dossiers = await listForDesk(staffOf(ctx), query(ctx, searchQuerySchema).query);
    ctx.body = { dossiers: dossiers.map(presentDeskRow) };
  },

  async create(ctx: Context) {
    const id = await createDossier(staffOf(ctx), body(ctx, newDossierSchema));
    ctx.status = 201;
    ctx.body = presentDeskDossier(await showForDesk(staffOf(ctx), id), staffOf(ctx));
  },

  async show(ctx: Context) {
    ctx.body = presentDeskDossier(await showForDesk(staffOf(ctx), idOf(ctx)), staffOf(ctx));
  },

  async change(ctx: Context) {
    ctx.body = presentDeskDossier(
      await changeAndShow(staffOf(ctx), idOf(ctx), body(ctx, dossierChangeSchema)),
      staffOf(ctx),
    );
  },

  async assign(ctx: Context) {
    ctx.body = presentDeskDossier(
      await assignAndShow(staffOf(ctx), idOf(ctx), body(ctx, assignmentSchema)),
      staffOf(ctx),
    );
  },

  async staff(ctx: Context) {
    const staff = await listStaff();
    ctx.body = { staff: staff.map((member) => ({ id: member.document_id, name: staffName(member) })) };
  },
};
