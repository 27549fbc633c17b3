import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

/** 128 bits as base64url; for a device's name as for a mark. */
const PART = '[\\w-]{22}';
/** As many accounts as use one browser; one more forgets the one whose turn was longest ago. */
const MOST_ACCOUNTS = 5;
const VALUE = new RegExp(`^${PART}(?:\\.${PART}){1,${MOST_ACCOUNTS}}$`);
const BYTES = 16;

const part = (bytes: Buffer): string => bytes.subarray(0, BYTES).toString('base64url');

const keyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'lockout: known device', 32));

/** A line over all parts, in which no part can reach into the next. */
const markOf = (key: Buffer, device: string, { subject, stamp }: Owner): string =>
  part(
    createHmac('sha256', key)
      .update(JSON.stringify([subject, device, stamp]))
      .digest(),
  );

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Whose device it is. */
export interface Owner {
  /** The account, as the guard counts it. */
  subject: string;
  /** What ends the acquaintance when it changes, the hash of the password for instance. */
  stamp: string;
}

/**
 * Knows a browser again in which an account has fully signed in, by a value that its cookie keeps. The value opens
 * nothing: it only lets the device's attempts be counted apart from everybody else's.
 */
export const createDevices = ({ strapi }: { strapi: Core.Strapi }) => {
  let derived: Buffer[] | undefined;
  /** Derived once: each time anew, the work would tell a known account from an unknown one. */
  const keys = (): Buffer[] =>
    (derived ??= z.array(z.string()).min(1).parse(strapi.config.get('server.app.keys')).map(keyFrom));
  const partsOf = (value: string | undefined): string[] =>
    value !== undefined && VALUE.test(value) ? value.split('.') : [];

  return {
    /** The subject under which the attempts of a known device are counted; nothing where the device is not known. */
    subjectOf(value: string | undefined, owner: Owner): string | undefined {
      const [device, ...marks] = partsOf(value);
      if (device === undefined) return undefined;
      const expected = keys().map((key) => markOf(key, device, owner));
      const isKnown = marks.some((mark) => expected.some((known) => isSame(mark, known)));
      return isKnown ? `${owner.subject}#device:${device}` : undefined;
    },

    /** The value by which the device is known from now on, to this account and to those that knew it before. */
    remember(value: string | undefined, owner: Owner): string {
      const [device = part(randomBytes(BYTES)), ...marks] = partsOf(value);
      const [first = Buffer.alloc(0), ...older] = keys();
      const mark = markOf(first, device, owner);
      const own = [mark, ...older.map((key) => markOf(key, device, owner))];
      const others = marks.filter((known) => !own.includes(known));
      return [device, mark, ...others.slice(0, MOST_ACCOUNTS - 1)].join('.');
    },
  };
};

export type Devices = ReturnType<typeof createDevices>;
