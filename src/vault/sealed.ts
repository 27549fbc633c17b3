import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  NodeDefaultCryptographicMaterialsManager,
  RawAesKeyringNode,
  RawAesWrappingSuiteIdentifier,
  type KeyringNode,
  type NodeMaterialsManager,
} from '@aws-crypto/client-node';

/** Whose file it is: what was sealed for one document opens for no other. Both are documentIds. */
export interface Owner {
  document: string;
  dossier: string;
}

/**
 * Every frame but the last holds this many bytes of the file, in 32 bytes more: where a frame begins can be computed.
 * Larger ones are faster to open (measured: 4 KiB a tenth, 64 KiB half of this) and cost as much memory a reader.
 */
export const FRAME_BYTES = 256 * 1024;

/** A sealed file begins with less than this. */
export const HEAD_MAX_BYTES = 2 * 1024;

/** Number, IV and tag of a frame. */
const FRAME_EXTRA_BYTES = 4 + 12 + 16;

/** How long a frame is in the sealed file. */
export const SEALED_FRAME_BYTES = FRAME_BYTES + FRAME_EXTRA_BYTES;

/** Number, IV, length and tag of the last frame, with the mark that it is the last. */
export const LAST_FRAME_EXTRA_BYTES = 4 + 4 + 12 + 4 + 16;

/** How long a file of so many bytes may be when it is sealed. */
export const sealedMaxBytes = (size: number): number =>
  HEAD_MAX_BYTES + size + Math.floor(size / FRAME_BYTES) * FRAME_EXTRA_BYTES + LAST_FRAME_EXTRA_BYTES;

export const SUITE = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;

const { encrypt, encryptStream, decrypt, decryptUnsignedMessageStream } = buildClient({
  commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
  maxEncryptedDataKeys: 1,
});

export const KEY_BYTES = 32;

/** A key ring of one AES key. */
export const aesKeyring = (keyName: string, secret: Uint8Array): RawAesKeyringNode =>
  new RawAesKeyringNode({
    keyNamespace: 'aktenpoort',
    keyName,
    // The library wants an array that shares its memory with nothing else.
    unencryptedMasterKey: Uint8Array.from(secret),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });

/** Opens what was sealed for this owner alone: the library itself takes any owner that the sealed bytes name. */
export const boundTo = (owner: Owner, keyring: KeyringNode): NodeMaterialsManager => {
  const materials = new NodeDefaultCryptographicMaterialsManager(keyring);
  return {
    getEncryptionMaterials: (request) => materials.getEncryptionMaterials(request),
    decryptMaterials: async (request) => {
      const { document, dossier } = request.encryptionContext;
      if (document !== owner.document || dossier !== owner.dossier)
        throw new Error('Sealed for another document');
      return materials.decryptMaterials(request);
    },
  };
};

const sealingOptions = (owner: Owner) => ({
  suiteId: SUITE,
  encryptionContext: { document: owner.document, dossier: owner.dossier },
  frameLength: FRAME_BYTES,
});

/** Seals some bytes at once. */
export const seal = async (owner: Owner, keyring: KeyringNode, bytes: Uint8Array): Promise<Buffer> =>
  (await encrypt(keyring, bytes, sealingOptions(owner))).result;

/** Opens what `seal` made; rejects unless every bit of it is as it was. */
export const open = async (owner: Owner, keyring: KeyringNode, sealed: Uint8Array): Promise<Buffer> =>
  (await decrypt(boundTo(owner, keyring), sealed)).plaintext;

/** The key of one file, which seals nothing else. */
export const newFileKey = (): Buffer => randomBytes(KEY_BYTES);

const FILE_KEY = 'file';

/** The key ring of one file, as its head names it. */
export const fileKeyring = (fileKey: Uint8Array): RawAesKeyringNode => aesKeyring(FILE_KEY, fileKey);

/** Seals a file of any length while it passes. */
export const sealing = (owner: Owner, fileKey: Uint8Array): Duplex =>
  encryptStream(fileKeyring(fileKey), sealingOptions(owner));

/** Opens a sealed file while it passes: gives out no byte before its frame was verified, and fails where one is wrong. */
export const opening = (owner: Owner, fileKey: Uint8Array): Duplex =>
  decryptUnsignedMessageStream(boundTo(owner, fileKeyring(fileKey)), { maxBodySize: FRAME_BYTES });
