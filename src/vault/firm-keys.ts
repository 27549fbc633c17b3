import { cacheClients, getClient, KMS, KmsKeyringNode, type KeyringNode } from '@aws-crypto/client-node';
import { refuse } from '../contract/refuse';
import { settings, type DocumentKeySetting } from '../settings';
import { aesKeyring } from './sealed';

/** A key of the firm, which wraps the keys of files. */
export interface FirmKey {
  id: string;
  keyring: KeyringNode;
  /** A KMS may be away for a while; a key of our own is right or wrong. */
  isRemote: boolean;
}

/** A KMS that does not answer must not hold up who reads, in milliseconds. */
const KMS_CONNECT_MS = 3_000;
const KMS_ANSWER_MS = 5_000;

const kmsClients = () =>
  cacheClients(
    getClient(KMS, {
      ...(settings().documents.kmsEndpoint !== '' && { endpoint: settings().documents.kmsEndpoint }),
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: KMS_CONNECT_MS,
        requestTimeout: KMS_ANSWER_MS,
        // Without it the time-out above is only a warning.
        throwOnRequestTimeout: true,
      },
    }),
  );

const firmKey = ({ id, secret }: DocumentKeySetting): FirmKey =>
  secret === null
    ? {
        id,
        // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the library makes this class of KeyringNode by a function, which its type does not say
        keyring: new KmsKeyringNode({ generatorKeyId: id, clientProvider: kmsClients() }),
        isRemote: true,
      }
    : { id, keyring: aesKeyring(id, Buffer.from(secret, 'base64')), isRemote: false };

let made: { from: DocumentKeySetting[]; keys: FirmKey[] } | undefined;

/** The firm's keys: the first wraps what is new, all of them unwrap. */
export const firmKeys = (): FirmKey[] => {
  const { keys: from } = settings().documents;
  if (made?.from !== from) made = { from, keys: from.map(firmKey) };
  return made.keys;
};

/** The key that wraps what is new. */
export const currentKey = (): FirmKey => {
  const [first] = firmKeys();
  if (first === undefined) throw new Error('No key for documents is configured');
  return first;
};

/** The key of that id; refuses where the firm has lost it. */
export const keyById = (id: string): FirmKey => {
  const key = firmKeys().find((one) => one.id === id);
  if (key === undefined) throw refuse('key-unavailable', `No key "${id}" is configured`);
  return key;
};
