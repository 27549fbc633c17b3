import type { FirmSettings } from '../../contract/firm-settings';
import type { UploadRules } from '../../contract/upload-rules';
import { settings } from '../../settings';

export const MEGABYTE = 1_000_000;
export const GIGABYTE = 1000 * MEGABYTE;

/** Which files the firm takes; never a larger one than this installation can scan. */
export const uploadRulesOf = (
  firm: Pick<FirmSettings, 'fileTypes' | 'fileMegabytes' | 'filesPerMessage'>,
): UploadRules => ({
  fileTypes: firm.fileTypes,
  maxBytes: Math.min(firm.fileMegabytes * MEGABYTE, settings().upload.maxBytes),
  filesPerMessage: firm.filesPerMessage,
});
