import { Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { whyNotUpload, type UploadRules } from '../../contract/upload-rules';
import { Refusal } from '../refusal';
import { useFigures, useSay } from '../words';

/** Throws the refusal that the server would give to a file, before a byte of it is sent. */
export const useRequireTakeable = (rules: UploadRules): ((file: File) => void) => {
  const say = useSay();
  const { size } = useFigures();
  return useCallback(
    (file) => {
      const why = whyNotUpload(file, rules);
      if (why === undefined) return;
      const values = { types: rules.fileTypes.join(', '), size: size(rules.maxBytes) };
      throw new Refusal(why, say(`desk.upload.refused.${why}`, values), []);
    },
    [rules, say, size],
  );
};

/** What the firm takes, said before a file is chosen. */
export const UploadLimits = ({ rules }: { rules: UploadRules }) => {
  const say = useSay();
  const { size } = useFigures();
  return (
    <Typography tag="p" variant="pi" textColor="neutral600" textAlign="center" paddingTop={3}>
      {say('desk.upload.limits', { size: size(rules.maxBytes), types: rules.fileTypes.join(', ') })}
    </Typography>
  );
};
