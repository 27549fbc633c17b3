import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { deskDocumentSchema, type DeskDocument, type PublishingShelf } from '../../contract/document';
import type { DeskDossier } from '../../contract/dossier';
import { useUploads, type Sending } from '../../sending/uploads';
import { useSay } from '../words';
import { useSendTo } from './upload-rules';

/** Files on their way to the client. */
export interface Publications extends Sending {
  publish: (files: readonly File[], shelf: PublishingShelf) => void;
  /** Sends a corrected version in the place of what is published. */
  replace: (file: File, documentId: string) => void;
  /** Counts up with every document, for lists that show it. */
  published: number;
}

/**
 * Sends what is published; each that arrives is said. It belongs where it outlives the tabs and dialogs in which files are
 * chosen: with a component that goes, Strapi's client gives up whatever that had asked for.
 */
export const usePublications = (dossier: DeskDossier): Publications => {
  const say = useSay();
  const sendTo = useSendTo(dossier);
  const { toggleNotification } = useNotification();
  const [published, setPublished] = useState(0);
  const { add, ...uploads } = useUploads<DeskDocument>(
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
  return {
    ...uploads,
    publish: (files, shelf) => add(files, sendTo({ for: shelf }, deskDocumentSchema)),
    replace: (file, document) => add([file], sendTo({ for: 'replacement', document }, deskDocumentSchema)),
    published,
  };
};
