import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { DeskDocument } from '../../contract/document';
import type { Send } from '../../sending/upload';
import { useUploads, type Sending } from '../../sending/uploads';
import { useSay } from '../words';

/** Files on their way to the client. */
export interface Publications extends Sending {
  add: (files: readonly File[], send: Send<DeskDocument>) => void;
  /** Counts up with every document, for lists that show it. */
  published: number;
}

/** Sends what is published; each that arrives is said. */
export const usePublications = (): Publications => {
  const say = useSay();
  const { toggleNotification } = useNotification();
  const [published, setPublished] = useState(0);
  const uploads = useUploads<DeskDocument>(
    useCallback(
      ({ name, replaces }: DeskDocument) => {
        setPublished((count) => count + 1);
        const message = replaces
          ? say('desk.replace.done', { name, replaced: replaces.name })
          : say('desk.publish.done', { name });
        toggleNotification({ type: 'success', message });
      },
      [say, toggleNotification],
    ),
  );
  return { ...uploads, published };
};
