import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useMemo } from 'react';
import { useDesk } from '../api';
import { useErrorText } from '../ui/error-text';
import { useSay } from '../words';

const SHOWN_AS_IS = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const LINK_LIFE_MS = 60_000;

/** Whether a browser shows this type by itself. */
export const isShowable = (mimeType: string): boolean =>
  SHOWN_AS_IS.includes(mimeType) || mimeType.startsWith('text/plain');

// A blob runs in the panel's own origin, so a client's file must never be shown as a type that can hold script.
const harmless = (blob: Blob): Blob =>
  SHOWN_AS_IS.includes(blob.type) ? blob : new Blob([blob], { type: 'text/plain;charset=utf-8' });

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

/** Preview and download with the token of the member of staff; neither counts as read by the client. */
export const useFileAccess = () => {
  const say = useSay();
  const desk = useDesk();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();

  const complain = useCallback(
    (message: string) => toggleNotification({ type: 'danger', message }),
    [toggleNotification],
  );

  return useMemo(
    () => ({
      preview: async (id: string) => {
        const tab = window.open('', '_blank'); // At the click itself: later, a blocker would stop it.
        if (!tab) {
          complain(say('desk.document.blocked'));
          return;
        }
        try {
          tab.location.replace(linkTo(harmless(await desk.view(id))));
        } catch (error) {
          tab.close();
          complain(errorText(error));
        }
      },
      download: async (id: string, name: string) => {
        try {
          save(await desk.download(id), name);
        } catch (error) {
          complain(errorText(error));
        }
      },
    }),
    [desk, complain, errorText, say],
  );
};
