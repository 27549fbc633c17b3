import { z } from 'zod';
import { extensionOf } from './file-name';

/** Which files the firm takes; told before one is chosen, so that nobody sends what is refused at its end. */
export const uploadRulesSchema = z.strictObject({
  /** By their extensions, in small letters. */
  fileTypes: z.array(z.string()),
  /** Of one file, in bytes. */
  maxBytes: z.int(),
  filesPerMessage: z.int(),
});
export type UploadRules = z.infer<typeof uploadRulesSchema>;

/** What is known of a file before a byte of it was sent; null: its size is not. */
export interface ChosenFile {
  name: string;
  size: number | null;
}

/** Why a file need not be sent at all; nothing where it may come. */
export const whyNotUpload = (
  { name, size }: ChosenFile,
  { fileTypes, maxBytes }: UploadRules,
): 'file-type-refused' | 'too-large' | 'file-empty' | undefined => {
  if (!fileTypes.includes(extensionOf(name))) return 'file-type-refused';
  if (size !== null && size > maxBytes) return 'too-large';
  return size === 0 ? 'file-empty' : undefined;
};
