import { refuse } from '../contract/refuse';
import { currentKey, keyById } from './firm-keys';
import { open, seal, type Owner } from './sealed';

/** The key of a file as the document's row holds it. */
export interface WrappedKey {
  wrapped_key: string;
  /** Of the firm's key that wrapped it. */
  key_id: string;
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Wraps a file's key with the firm's current key. */
export const wrapFileKey = async (owner: Owner, fileKey: Uint8Array): Promise<WrappedKey> => {
  const { id, keyring } = currentKey();
  try {
    return { wrapped_key: (await seal(owner, keyring, fileKey)).toString('base64'), key_id: id };
  } catch (error) {
    throw refuse('key-unavailable', `The key "${id}" cannot be used: ${said(error)}`);
  }
};

/** The file's key; refuses where the firm's key is not at hand, or the wrapped key is not what was written. */
export const unwrapFileKey = async (owner: Owner, wrapped: WrappedKey): Promise<Buffer> => {
  const { keyring, isRemote } = keyById(wrapped.key_id);
  try {
    return await open(owner, keyring, Buffer.from(wrapped.wrapped_key, 'base64'));
  } catch (error) {
    const code = isRemote ? 'key-unavailable' : 'file-damaged';
    throw refuse(code, `The file's key of document ${owner.document} does not open: ${said(error)}`);
  }
};
