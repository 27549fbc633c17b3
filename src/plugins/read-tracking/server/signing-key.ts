import {
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReadTrackingConfig } from './config';

const SEED_BYTES = 32;
/** How PKCS #8 begins for an Ed25519 key; the seed follows (RFC 8410). */
const PKCS8_BEGIN = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What signs the exports, and what others check them with. */
export interface SigningKey {
  /** SHA-256 of the public key, in hexadecimal: what people compare. */
  id: string;
  /** 32 bytes in hexadecimal. */
  publicKey: string;
  publicPem: string;
  /** The Ed25519 signature in hexadecimal. */
  sign(text: string): string;
}

const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

/** Made once; of two processes that start together the second finds the first one's. */
const seedInFile = (file: string): string => {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(SEED_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
  return readFileSync(file, 'utf8');
};

const privateKeyOf = ({ key, keyFile }: ReadTrackingConfig): KeyObject => {
  const seed = Buffer.from((key ?? seedInFile(path.resolve(keyFile))).trim(), 'base64');
  if (seed.length !== SEED_BYTES) throw new Error('The key of the proof log has to be 32 bytes in Base64.');
  return createPrivateKey({ key: Buffer.concat([PKCS8_BEGIN, seed]), format: 'der', type: 'pkcs8' });
};

export const signingKey = (config: ReadTrackingConfig): SigningKey => {
  const privateKey = privateKeyOf(config);
  const publicKey = createPublicKey(privateKey);
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-SEED_BYTES);
  return {
    id: createHash('sha256').update(raw).digest('hex'),
    publicKey: raw.toString('hex'),
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('hex'),
  };
};
