import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { whyNotUpload, type UploadRules } from '../../contract/upload-rules';
import { PortalError } from '../answer';
import { Size } from '../ui/format';
import { refusedUpload, type Upload } from '../../sending/upload';

const TEXTS = {
  'file-type-refused': 'document.refused.type',
  'too-large': 'document.refused.size',
  'file-empty': 'document.refused.empty',
} as const;

const MEGABYTE = 1_000_000;

/** Gives, for a file that the server would refuse, the refusal in words. */
export function useWhyNot(rules: UploadRules | undefined): (file: File) => PortalError | undefined {
  const intl = useIntl();
  return useCallback(
    (file) => {
      const why = rules && whyNotUpload(file, rules);
      if (why === undefined) return undefined;
      const values = { megabytes: (rules?.maxBytes ?? 0) / MEGABYTE };
      return new PortalError(why, intl.formatMessage({ id: TEXTS[why] }, values));
    },
    [intl, rules],
  );
}

/** Gives, for a file that the server would refuse, an upload that has failed before a byte of it was sent. */
export function useRefused(rules: UploadRules | undefined): (file: File) => Upload<never> | undefined {
  const whyNot = useWhyNot(rules);
  return useCallback(
    (file) => {
      const refusal = whyNot(file);
      return refusal && refusedUpload(refusal);
    },
    [whyNot],
  );
}

/** What the firm takes, said before a file is chosen. */
export const UploadLimits = ({ rules }: { rules: UploadRules }) => (
  <span className="drop-limits">
    <FormattedMessage
      id="document.upload.limits"
      values={{ size: <Size bytes={rules.maxBytes} />, types: rules.fileTypes.join(', ') }}
    />
  </span>
);
