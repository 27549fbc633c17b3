import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { pluginServices } from '../plugin-services';

const query = z.object({ limit: z.coerce.number().int().min(1).max(100).default(10) });

/** What the admin panel shows of the scanner. */
export const createStatus = ({ strapi }: { strapi: Core.Strapi }) => ({
  async health(ctx: Context): Promise<void> {
    ctx.body = { data: await pluginServices(strapi).scanner.health() };
  },

  async refusals(ctx: Context): Promise<void> {
    const asked = query.safeParse(ctx.query);
    if (!asked.success) throw new errors.ValidationError('limit is a number from 1 to 100');
    ctx.body = { data: await pluginServices(strapi).refusals.list(asked.data) };
  },
});
