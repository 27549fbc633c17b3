import { z } from 'zod';
import { workerRests, type House } from '../support';

const rowSchema = z.object({
  id: z.number(),
  document_id: z.string(),
  event: z.string(),
  state: z.enum(['waiting', 'sent', 'failed', 'dropped']),
  attempts: z.number(),
  due_at: z.coerce.date(),
  sent_at: z.coerce.date().nullable(),
  leased_until: z.coerce.date().nullable(),
  last_error: z.string().nullable(),
});

/** A row of the outbox as the database has it. */
export type Outgoing = z.infer<typeof rowSchema>;

/** The outbox, the oldest row first. */
export const outbox = async ({ strapi }: House): Promise<Outgoing[]> =>
  z.array(rowSchema).parse(await strapi.db.connection('notifications').orderBy('id').select());

/** Later than any row becomes due by waiting. */
export const LATER = new Date(Date.now() + 7 * 24 * 60 * 60_000);

/**
 * From now on nothing leaves the outbox by itself, as if no worker ran: the round that may be under way has ended,
 * it hears of nothing, and the rows that `postpone` puts off are not due before a test says so.
 */
export const silenceWorker = async (house: House): Promise<void> => {
  await workerRests(house);
  house.strapi.eventHub.removeAllListeners();
};

/** What waits is due at this moment, and not before. */
export const postpone = async ({ strapi }: House, dueAt: Date): Promise<void> => {
  await strapi.db.connection('notifications').where({ state: 'waiting' }).update({ due_at: dueAt });
};

interface Deliverer {
  deliverDue(now: Date): Promise<number>;
}

const isDeliverer = (service: unknown): service is Deliverer =>
  typeof service === 'object' && service !== null && 'deliverDue' in service;

/** One round of a worker; says how many rows it took. */
export const deliver = ({ strapi }: House, now: Date): Promise<number> => {
  const service: unknown = strapi.service('api::notification.deliver');
  if (!isDeliverer(service)) throw new Error('The outbox has no worker');
  return service.deliverDue(now);
};
