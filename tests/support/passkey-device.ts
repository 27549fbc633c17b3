import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a device or its browser does otherwise than it should. */
export interface Misdeeds {
  /** The page the browser says it is on. */
  origin?: string;
  /** The name the device signs for. */
  rpId?: string;
  /** What it says it was asked. */
  challenge?: string;
  /** What the device counts; one more each time if not given. */
  counter?: number;
  /** Whether it says that it asked for a finger or a PIN. */
  verified?: boolean;
  /** Whom it says the passkey is of. */
  userHandle?: string | undefined;
}

interface Kept {
  id: string;
  rpId: string;
  userHandle: string;
  key: KeyObject;
  counter: number;
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const [PRESENT, VERIFIED, HAS_KEY] = [0x01, 0x04, 0x40];

const head = (rpId: string, flags: number, counter: number): Buffer => {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
};

const clientData = (type: 'webauthn.create' | 'webauthn.get', challenge: string, origin: string): string =>
  base64url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));

/** An ES256 key as COSE writes it (RFC 9053). */
const coseKey = (key: KeyObject): Buffer => {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const parts = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ]);
  return Buffer.from(isoCBOR.encode(parts));
};

/** A phone or security key with its browser, on the page `origin`: makes passkeys and proves them. */
export class PasskeyDevice {
  private readonly kept: Kept[] = [];

  constructor(private readonly origin: string) {}

  create(
    { challenge, rp, user }: PublicKeyCredentialCreationOptionsJSON,
    misdeeds: Misdeeds = {},
  ): RegistrationResponseJSON {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const rawId = randomBytes(32);
    const [id, rpId] = [base64url(rawId), misdeeds.rpId ?? rp.id ?? new URL(this.origin).hostname];
    this.kept.push({ id, rpId, userHandle: user.id, key: privateKey, counter: 0 });
    const flags = PRESENT | HAS_KEY | (misdeeds.verified === false ? 0 : VERIFIED);
    const length = Buffer.from([rawId.length >> 8, rawId.length & 0xff]);
    const authData = Buffer.concat([
      head(rpId, flags, misdeeds.counter ?? 0),
      Buffer.alloc(16),
      length,
      rawId,
      coseKey(publicKey),
    ]);
    const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData(
          'webauthn.create',
          misdeeds.challenge ?? challenge,
          misdeeds.origin ?? this.origin,
        ),
        attestationObject: base64url(isoCBOR.encode(attestation)),
        transports: ['internal'],
      },
    };
  }

  prove(
    { challenge, allowCredentials = [] }: PublicKeyCredentialRequestOptionsJSON,
    misdeeds: Misdeeds = {},
  ): AuthenticationResponseJSON {
    const wanted = allowCredentials.map(({ id }) => id);
    const kept = [...this.kept].reverse().find(({ id }) => wanted.length === 0 || wanted.includes(id));
    if (kept === undefined) throw new Error('This device has no passkey that was asked for');
    kept.counter = misdeeds.counter ?? kept.counter + 1;
    const flags = PRESENT | (misdeeds.verified === false ? 0 : VERIFIED);
    const authData = head(misdeeds.rpId ?? kept.rpId, flags, kept.counter);
    const told = clientData('webauthn.get', misdeeds.challenge ?? challenge, misdeeds.origin ?? this.origin);
    const signed = Buffer.concat([authData, sha256(Buffer.from(told, 'base64url'))]);
    return {
      id: kept.id,
      rawId: kept.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: told,
        authenticatorData: base64url(authData),
        signature: base64url(createSign('sha256').update(signed).sign(kept.key)),
        userHandle: 'userHandle' in misdeeds ? misdeeds.userHandle : kept.userHandle,
      },
    };
  }
}
