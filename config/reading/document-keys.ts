import type { Core } from '@strapi/strapi';
import { required } from './required';

/** A key of the firm: 32 bytes of our own keeping, or one that never leaves its KMS (`secret` is null). */
export interface DocumentKey {
  id: string;
  /** In base64. */
  secret: string | null;
}

const BYTES = 32;
const OWN_KEY = /^(?<id>[\w.-]{1,60}):(?<secret>[A-Za-z0-9+/]+=*)$/;

const keyOf = (text: string): DocumentKey => {
  if (text.startsWith('arn:')) return { id: text, secret: null };
  const { id, secret } = OWN_KEY.exec(text)?.groups ?? {};
  if (id === undefined || secret === undefined) {
    // What is written there may be a secret, so that it is not said again.
    throw new Error(
      `DOCUMENT_KEY holds something that is neither \`name:key\` (the key in base64) nor the ARN of a KMS key.`,
    );
  }
  if (Buffer.from(secret, 'base64').length !== BYTES)
    throw new Error(
      `DOCUMENT_KEY: the key "${id}" has not ${BYTES} bytes. Make one with: openssl rand -base64 ${BYTES}`,
    );
  return { id, secret };
};

/** The keys that wrap the documents' own keys: the first wraps what is new, all of them unwrap. */
export const documentKeys = (env: Core.Config.Shared.ConfigParams['env']): DocumentKey[] => {
  const keys = required(env, 'DOCUMENT_KEY')
    .split(',')
    .map((text) => keyOf(text.trim()));
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new Error(
      `DOCUMENT_KEY names a key twice. Every key has a name of its own, also when it replaces another.`,
    );
  return keys;
};
