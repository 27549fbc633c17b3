import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import { pluginServices } from '../plugin-services';

const params = z.object({ id: z.string().min(1).max(64) });
const user = z.object({
  email: z.string(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
});

/** Who unlocks, in words. */
const nameOf = (given: unknown): string => {
  const { email, firstname, lastname } = user.parse(given);
  return [firstname, lastname].filter(Boolean).join(' ') || email;
};

/** What the admin panel does about locks. */
export const createLocks = ({ strapi }: { strapi: Core.Strapi }) => ({
  async locked(ctx: Context): Promise<void> {
    ctx.body = { data: await pluginServices(strapi).guard.locked() };
  },

  async unlock(ctx: Context): Promise<void> {
    const asked = params.safeParse(ctx.params);
    const opened = asked.success && (await pluginServices(strapi).guard.unlock(asked.data));
    if (!opened) throw new errors.NotFoundError('No such lock');
    await strapi.eventHub.emit('lockout.unlocked', { lock: opened, by: nameOf(ctx.state.user) });
    ctx.status = 204;
  },
});
