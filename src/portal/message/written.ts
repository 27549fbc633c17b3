import { useCallback, useEffect, useMemo, useState } from 'react';
import { attachmentSchema, type AttachmentView } from '../../contract/document';
import type { DossierView } from '../../contract/dossier';
import { asPortalError } from '../answer';
import { useUploads, type Uploads } from '../../sending/uploads';
import { dropAttachment } from './message-api';
import { sendingTo } from '../document/upload';
import { useRefused } from '../document/upload-rules';
import { useErrorText } from '../ui/error-text';
import { useToast } from '../ui/toast';
import { draftSchema, forgetDraft, keepDraft, readDraft, type Draft } from './draft';

interface Written {
  draft: Draft;
  write: (part: Partial<Pick<Draft, 'subject' | 'body'>>) => void;
  uploads: Uploads;
  detach: (attachment: AttachmentView) => void;
  forget: () => void;
}

/** A message while it is being written; every key stroke and attachment is kept until it is sent. */
export function useWritten(dossier: DossierView, draftKey: string, firstSubject: string): Written {
  const { id: dossierId, uploadRules } = dossier;
  const say = useToast();
  const errorText = useErrorText();
  const [draft, setDraft] = useState<Draft>(
    () => readDraft(draftKey, draftSchema) ?? { subject: firstSubject, body: '', attachments: [] },
  );
  const [done, setDone] = useState(false);

  useEffect(() => {
    if (done) forgetDraft(draftKey);
    else keepDraft(draftKey, draft);
  }, [done, draftKey, draft]);

  const refused = useRefused(uploadRules);
  const send = useMemo(() => sendingTo(dossierId, 'message', attachmentSchema), [dossierId]);
  const { add, ...sent } = useUploads<AttachmentView>(
    useCallback(
      (attachment: AttachmentView) =>
        setDraft((old) => ({ ...old, attachments: [...old.attachments, attachment] })),
      [],
    ),
  );
  const uploads = {
    ...sent,
    add: (files: readonly File[]) => add(files, (file, told) => refused(file) ?? send(file, told)),
  };

  const detach = (attachment: AttachmentView): void => {
    dropAttachment(attachment.id)
      .catch((thrown: unknown) => {
        // What the server no longer has is dropped already.
        if (asPortalError(thrown).code !== 'not-found') throw thrown;
      })
      .then(() =>
        setDraft((old) => ({
          ...old,
          attachments: old.attachments.filter(({ id }) => id !== attachment.id),
        })),
      )
      .catch((thrown: unknown) => say(errorText(asPortalError(thrown))));
  };
  return {
    draft,
    write: (part) => setDraft((old) => ({ ...old, ...part })),
    uploads,
    detach,
    forget: () => setDone(true),
  };
}
