import { isIP } from 'node:net';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Core } from '@strapi/strapi';
import { configOf } from '../config';
import type { Method } from '../kinds/kind';
import { madeSchema, proofSchema } from '../passkeys/answers';
import { ALGORITHMS, challengeIn, relyingParty, userHandle } from '../passkeys/asked';
import { endCeremony, keepCeremony, type Purpose } from '../passkeys/ceremonies';
import { judgeMade, judgeProof, passkeyOf, type Passkey } from '../passkeys/judged';
import { after, type Db } from '../rows';
import type { Methods } from './methods';

/** Who makes a passkey, and the words under which their device keeps it. */
export interface Maker {
  subject: string;
  boundTo: string;
  issuer: string;
  name: string;
  displayName: string;
}

/** `boundTo` is what may answer: one session, one sign-in, one browser. `given` comes from outside. */
export interface Answer {
  boundTo: string;
  given: unknown;
}

/**
 * Passkeys (WebAuthn). Each is discoverable and verifies its user, so that it serves as a second step and instead of
 * name and password alike. What was asked is answered once, rightly or wrongly.
 */
export const createPasskeys = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => {
  const { lifetimeMs, origin } = configOf(strapi);
  const party = relyingParty(origin);
  const pool = (): Db => strapi.db.connection;
  const methods = () => strapi.plugin('two-factor').service<Methods>('methods');

  const ask = (purpose: Purpose, boundTo: string, challenge: string) =>
    keepCeremony(pool(), { purpose, boundTo, challenge }, now(), after(now(), lifetimeMs));

  /** What was asked and is answered now; nothing where it was not, or not of who answers. */
  const answered = async (purpose: Purpose, boundTo: string, clientData: string) => {
    const challenge = challengeIn(clientData);
    if (challenge === undefined) return undefined;
    return (await endCeremony(pool(), { purpose, boundTo, challenge }, now())) ? challenge : undefined;
  };

  const known = async (subject: string) => {
    const all = await methods().list(subject);
    return all
      .filter(({ kind }) => kind === 'passkey')
      .map(passkeyOf)
      .map(({ handle: id, data: { transports } }) => ({ id, transports }));
  };

  const isRight = async (
    { boundTo, given }: Answer,
    { method, owner, isNameNeeded }: { method: Method; owner: string; isNameNeeded: boolean },
  ): Promise<boolean> => {
    const answer = proofSchema.safeParse(given);
    if (!answer.success) return false;
    const challenge = await answered('prove', boundTo, answer.data.response.clientDataJSON);
    if (challenge === undefined) return false;
    const judged = { passkey: passkeyOf(method), owner, isNameNeeded };
    const counter = await judgeProof(party, challenge, answer.data, judged);
    return counter !== undefined && methods().advance(method.id, counter);
  };

  return {
    /** Browsers make passkeys for names alone, never for a number such as 127.0.0.1. */
    isPossible: isIP(party.id.replace(/^\[|\]$/g, '')) === 0,

    /** What a browser needs to make a passkey. */
    async askToMake(maker: Maker): Promise<PublicKeyCredentialCreationOptionsJSON> {
      const options = await generateRegistrationOptions({
        rpName: maker.issuer,
        rpID: party.id,
        userID: userHandle(maker.subject),
        userName: maker.name,
        userDisplayName: maker.displayName,
        timeout: lifetimeMs,
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: await known(maker.subject),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await ask('make', maker.boundTo, options.challenge);
      return options;
    },

    /** The passkey that a browser made as it was asked, for the table of methods; nothing for anything else. */
    async made({ boundTo, given }: Answer): Promise<Passkey | undefined> {
      const answer = madeSchema.safeParse(given);
      if (!answer.success) return undefined;
      const challenge = await answered('make', boundTo, answer.data.response.clientDataJSON);
      return challenge === undefined ? undefined : judgeMade(party, challenge, answer.data);
    },

    /** What a browser needs to prove a passkey: of the subject where one is named, else any that the device has. */
    async askToProve({
      subject,
      boundTo,
    }: {
      subject?: string;
      boundTo: string;
    }): Promise<PublicKeyCredentialRequestOptionsJSON> {
      const options = await generateAuthenticationOptions({
        rpID: party.id,
        timeout: lifetimeMs,
        userVerification: 'required',
        allowCredentials: subject === undefined ? [] : await known(subject),
      });
      await ask('prove', boundTo, options.challenge);
      return options;
    },

    /** Whether this is the answer of that passkey to what was asked; true once. */
    isProof: ({
      subject,
      method,
      ...answer
    }: Answer & { subject: string; method: Method }): Promise<boolean> =>
      isRight(answer, { method, owner: subject, isNameNeeded: false }),

    /**
     * Whose passkey was proved by somebody who gave no name. `isRight` only where it was; a `subject` beside a wrong
     * answer is whose passkey it named.
     */
    async owner({ boundTo, given }: Answer): Promise<{ subject: string | undefined; isRight: boolean }> {
      const answer = proofSchema.safeParse(given);
      const found = answer.success ? await methods().ofHandle('passkey', answer.data.id) : undefined;
      if (found === undefined) return { subject: undefined, isRight: false };
      const { subject, method } = found;
      return {
        subject,
        isRight: await isRight({ boundTo, given }, { method, owner: subject, isNameNeeded: true }),
      };
    },
  };
};

export type Passkeys = ReturnType<typeof createPasskeys>;
