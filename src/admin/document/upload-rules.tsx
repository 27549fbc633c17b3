import { Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import type { z } from 'zod';
import type { DeskDossier } from '../../contract/dossier';
import type { DeskUploadPurpose } from '../../contract/upload';
import { whyNotUpload, type UploadRules } from '../../contract/upload-rules';
import { refusedUpload, type Send } from '../../sending/upload';
import { useDesk } from '../api';
import { Refusal } from '../refusal';
import { useFigures, useSay } from '../words';

/** The refusal that the server would give to a file, before a byte of it is sent. */
export const useRefusalOf = (rules: UploadRules): ((file: File) => Refusal | undefined) => {
  const say = useSay();
  const { size } = useFigures();
  return useCallback(
    (file) => {
      const why = whyNotUpload(file, rules);
      if (why === undefined) return undefined;
      const values = { types: rules.fileTypes.join(', '), size: size(rules.maxBytes) };
      return new Refusal(why, say(`desk.upload.refused.${why}`, values), []);
    },
    [rules, say, size],
  );
};

/** Gives the way in which files of a dossier are sent; what the firm does not take is not even begun. */
export const useSendTo = ({ id, uploadRules }: DeskDossier) => {
  const desk = useDesk();
  const refusalOf = useRefusalOf(uploadRules);
  return useCallback(
    <T,>(purpose: DeskUploadPurpose, schema: z.ZodType<T>): Send<T> => {
      const send = desk.sendTo(id, purpose, schema);
      return (file, told) => {
        const refusal = refusalOf(file);
        return refusal ? refusedUpload(refusal) : send(file, told);
      };
    },
    [desk, id, refusalOf],
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
