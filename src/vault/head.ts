import { getDecryptionHelper, NodeAlgorithmSuite } from '@aws-crypto/client-node';
import { ContentType, deserializeFactory, type HeaderInfo } from '@aws-crypto/serialize';
import { boundTo, fileKeyring, FRAME_BYTES, SUITE, type Owner } from './sealed';

/** The library's own cipher for one frame, by the frame's IV. */
type FrameCipher = ReturnType<ReturnType<typeof getDecryptionHelper>['getDecipherInfo']>;

/** What was read and verified at the beginning of a sealed file. */
export interface Head {
  info: HeaderInfo;
  /** How long it is; the first frame follows. */
  length: number;
  decipher: FrameCipher;
  /** Forgets the key. */
  dispose(): void;
}

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const { deserializeMessageHeader } = deserializeFactory(utf8, NodeAlgorithmSuite);

const parsed = (bytes: Buffer): HeaderInfo & { suiteData: Uint8Array } => {
  const info = deserializeMessageHeader(bytes, { maxEncryptedDataKeys: 1 });
  if (info === false) throw new Error('Its head is cut');
  const { messageHeader: header } = info;
  // Whatever else the library can read, nothing else is ever written.
  if (header.suiteId !== SUITE || !('suiteData' in header)) throw new Error('Sealed in another manner');
  if (header.contentType !== ContentType.FRAMED_DATA || header.frameLength !== FRAME_BYTES)
    throw new Error('Sealed in other frames');
  return { ...info, suiteData: header.suiteData };
};

const verify = (decipher: FrameCipher, { rawHeader, headerAuth }: HeaderInfo): void => {
  const check = decipher(headerAuth.headerIv).setAAD(Buffer.from(rawHeader));
  check.setAuthTag(Buffer.from(headerAuth.headerAuthTag)).update(Buffer.alloc(0));
  check.final();
};

/**
 * Reads the head of a sealed file as the library's stream does: for this owner alone, the key committed to, the
 * whole head authenticated. Rejects where anything of that does not hold.
 */
export const openedHead = async (owner: Owner, fileKey: Uint8Array, bytes: Buffer): Promise<Head> => {
  const info = parsed(bytes);
  const { messageId, encryptionContext, encryptedDataKeys } = info.messageHeader;
  const materials = await boundTo(owner, fileKeyring(fileKey)).decryptMaterials({
    suite: new NodeAlgorithmSuite(SUITE),
    encryptionContext,
    encryptedDataKeys: [...encryptedDataKeys],
  });
  const { getDecipherInfo, dispose } = getDecryptionHelper(materials);
  // Throws where the head was made for another key.
  const decipher = getDecipherInfo(messageId, info.suiteData);
  verify(decipher, info);
  const length = info.rawHeader.byteLength + info.headerAuth.headerAuthLength;
  return { info, length, decipher, dispose };
};
