import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { useDesk } from '../api';
import { useErrorText } from '../ui/error-text';

const LINK_LIFE_MS = 60_000;

const linkTo = (blob: Blob): string => {
  const url = URL.createObjectURL(blob);
  setTimeout(() => URL.revokeObjectURL(url), LINK_LIFE_MS);
  return url;
};

/** Puts a file into the downloads of the member of staff. */
export const save = (blob: Blob, name: string) => {
  const link = document.createElement('a');
  link.href = linkTo(blob);
  link.download = name;
  link.click();
};

/** Download with the token of the member of staff; it does not count as read by the client. */
export const useFileAccess = () => {
  const desk = useDesk();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();

  const complain = useCallback(
    (message: string) => toggleNotification({ type: 'danger', message }),
    [toggleNotification],
  );

  return useMemo(
    () => ({
      download: async (id: string, name: string) => {
        try {
          save(await desk.download(id), name);
        } catch (error) {
          complain(errorText(error));
        }
      },
    }),
    [desk, complain, errorText],
  );
};
