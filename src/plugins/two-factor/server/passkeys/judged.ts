import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { ALGORITHMS, userHandle, type Party } from './asked';
import type { Made, Proof } from './answers';

/** What the table keeps of a passkey; its handle is the credential's id, its counter the device's. */
const passkeyData = z.object({ publicKey: z.string(), transports: z.array(z.string()) });
export type PasskeyData = z.infer<typeof passkeyData>;

export interface Passkey {
  handle: string;
  data: PasskeyData;
  counter: number;
}

export const passkeyOf = (method: { handle: string | null; data: unknown; counter: number }): Passkey => ({
  handle: z.string().parse(method.handle),
  data: passkeyData.parse(method.data),
  counter: method.counter,
});

/** The library throws for whatever is wrong, and each time it means the same: this proves nothing. */
const orNothing = async <T>(judging: Promise<T>): Promise<T | undefined> => judging.catch(() => undefined);

/** The passkey that was made as asked. */
export const judgeMade = async (
  party: Party,
  challenge: string,
  response: Made,
): Promise<Passkey | undefined> => {
  const judged = await orNothing(
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!judged?.verified) return undefined;
  const { id, publicKey, counter, transports = [] } = judged.registrationInfo.credential;
  return {
    handle: id,
    data: { publicKey: Buffer.from(publicKey).toString('base64url'), transports },
    counter,
  };
};

/** A device that names its user must name the owner; one that was told which passkey to use may keep silent. */
const namesOwner = ({ response }: Proof, owner: string, isNameNeeded: boolean): boolean => {
  const named = response.userHandle;
  if (named === undefined) return !isNameNeeded;
  return named === Buffer.from(userHandle(owner)).toString('base64url');
};

export interface Judged {
  passkey: Passkey;
  owner: string;
  /** Where nobody said before who is signing in, the device has to. */
  isNameNeeded: boolean;
}

/** The device's new count, where the answer proves this passkey of this owner. */
export const judgeProof = async (
  party: Party,
  challenge: string,
  response: Proof,
  { passkey, owner, isNameNeeded }: Judged,
): Promise<number | undefined> => {
  if (!namesOwner(response, owner, isNameNeeded)) return undefined;
  const judged = await orNothing(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.handle,
        publicKey: new Uint8Array(Buffer.from(passkey.data.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    }),
  );
  return judged?.verified ? judged.authenticationInfo.newCounter : undefined;
};
