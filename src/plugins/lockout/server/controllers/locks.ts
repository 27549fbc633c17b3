import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { pluginServices } from '../plugin-services';

const params = z.object({ id: z.string().min(1).max(64) });

/** What the admin panel does about locks. */
export const createLocks = ({ strapi }: { strapi: Core.Strapi }) => ({
  async locked(ctx: Context): Promise<void> {
    ctx.body = { data: await pluginServices(strapi).guard.locked() };
  },

  async unlock(ctx: Context): Promise<void> {
    const asked = params.safeParse(ctx.params);
    const unlocked = asked.success && (await pluginServices(strapi).guard.unlock(asked.data.id));
    if (!unlocked) throw new errors.NotFoundError('No such lock');
    ctx.status = 204;
  },
});
