import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { hashCode, isCode, newCode } from '../code';
import { configOf } from '../config';
import { CODES } from '../content-types/code';
import { after, rowOf, type Db } from '../rows';
import { SmsRefused, type SmsSender } from '../sms/sender';

export interface CodeToSend {
  challenge: string;
  /** With country code, digits only. */
  number: string;
  text: (code: string) => string;
}

/** `unknown`: it may arrive, or not. */
export type Sending = 'sent' | 'refused' | 'unknown';

const stored = z.array(z.object({ code_hash: z.string() }));
const sent = z.object({ sent_to: z.string() }).optional();

/** The end of a number, enough for its owner to know it by. */
export const endOfNumber = (number: string): string => `•••• ${number.slice(-3)}`;

/** Codes by SMS, each good in one challenge alone. */
export const createCodes = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => {
  const pool = (): Db => strapi.db.connection;
  const good = (challenge: string, db: Db = pool()) =>
    db(CODES).where({ challenge }).where('expires_at', '>', now());
  const sender = () => strapi.plugin('two-factor').service<SmsSender>('sms');

  const write = async (challenge: string, number: string, code: string): Promise<number> => {
    const time = now();
    const values = { challenge, code_hash: await hashCode(code), sent_to: endOfNumber(number) };
    const row = { ...rowOf(time), ...values, expires_at: after(time, configOf(strapi).lifetimeMs) };
    const [written] = z
      .array(z.object({ id: z.number() }))
      .parse(await pool()(CODES).insert(row).returning('id'));
    if (written === undefined) throw new Error('The code was not written');
    return written.id;
  };

  return {
    /**
     * Sends a new code, and says what became of it. The earlier codes end only when the new one is on its
     * way, and a code of which nobody knows whether it is stays good: neither is lost.
     */
    async send({ challenge, number, text }: CodeToSend): Promise<Sending> {
      const code = newCode();
      const id = await write(challenge, number, code);
      try {
        await sender().send({ to: number, text: text(code) });
      } catch (error) {
        strapi.log.warn(`No text message was sent: ${error instanceof Error ? error.message : 'unknown'}`);
        if (!(error instanceof SmsRefused)) return 'unknown';
        await pool()(CODES).where({ id }).delete();
        return 'refused';
      }
      await pool()(CODES).where({ id }).update({ sent_at: now() });
      await pool()(CODES).where({ challenge }).where('id', '<', id).delete();
      return 'sent';
    },

    /** Whether the code is one that was sent in this challenge and is still good. */
    async isRight(challenge: string, code: string): Promise<boolean> {
      for (const { code_hash } of stored.parse(await good(challenge).select('code_hash'))) {
        if (await isCode(code, code_hash)) return true;
      }
      return false;
    },

    /** The end of the number to which a code of this challenge was sent that is still good; null without one. */
    async sentTo(challenge: string, db: Db = pool()): Promise<string | null> {
      const row: unknown = await good(challenge, db).whereNotNull('sent_at').first('sent_to');
      return sent.parse(row)?.sent_to ?? null;
    },
  };
};

export type Codes = ReturnType<typeof createCodes>;
