import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { AttachmentView } from '../../contract/document';
import { ATTACHMENTS_MAX, newMessageSchema, type DeskMessage, type NewMessage } from '../../contract/message';
import { useDesk } from '../api';
import { useUploads, type Upload, type Uploads } from '../document/uploads';
import { useErrorText } from '../ui/error-text';
import { useForm, type Form } from '../ui/form';
import { useSay, type Say } from '../words';

export interface TypedMessage {
  subject: string;
  body: string;
}

export interface Composer {
  form: Form<TypedMessage>;
  attachments: Uploads<AttachmentView>;
  open: boolean;
  /** The message that is answered, or null. */
  original: DeskMessage | null;
  /** Counts up with every message sent, for lists that show it. */
  sentCount: number;
  write: (original: DeskMessage | null) => void;
  attach: (files: File[]) => void;
  detach: (upload: Upload<AttachmentView>) => Promise<void>;
  close: () => void;
}

const EMPTY: TypedMessage = { subject: '', body: '' };

const idsIn = ({ uploads }: Uploads<AttachmentView>): string[] =>
  uploads.flatMap(({ answer }) => (answer ? [answer.id] : []));

const blockedBy = (attachments: Uploads<AttachmentView>, say: Say): string | null => {
  if (attachments.busy) return say('desk.message.wait');
  const tooMany = idsIn(attachments).length > ATTACHMENTS_MAX;
  return tooMany ? say('desk.message.too-many', { max: ATTACHMENTS_MAX }) : null;
};

/** A message being written. What is typed and attached stays until it was sent. */
export const useComposer = (dossierId: string, onSent: () => void): Composer => {
  const say = useSay();
  const desk = useDesk();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState(false);
  const [original, setOriginal] = useState<DeskMessage | null>(null);
  const [sentCount, setSentCount] = useState(0);
  const attachments = useUploads<AttachmentView>();

  const form = useForm({
    empty: EMPTY,
    schema: newMessageSchema,
    input: (typed): NewMessage => ({
      ...typed,
      attachmentIds: idsIn(attachments),
      replyTo: original?.id ?? null,
    }),
    blocked: blockedBy(attachments, say),
    send: (message) => desk.write(dossierId, message),
    onSent: () => {
      setOpen(false);
      setOriginal(null);
      attachments.clear();
      setSentCount((count) => count + 1);
      toggleNotification({ type: 'success', message: say('desk.message.sent') });
      onSent();
    },
  });

  return {
    form,
    attachments,
    open,
    original,
    sentCount,
    write: (answered) => {
      setOriginal(answered);
      const subject =
        answered && say('desk.message.re', { subject: answered.subject.replace(/^re:\s*/i, '') });
      if (subject && form.values.body.trim() === '') form.change({ subject });
      setOpen(true);
    },
    attach: (files) => attachments.add(files, (options) => desk.attach(dossierId, options)),
    detach: async ({ key, answer }) => {
      try {
        if (answer) await desk.detach(answer.id);
        attachments.drop(key);
      } catch (error) {
        toggleNotification({ type: 'danger', message: errorText(error) });
      }
    },
    close: () => setOpen(false),
  };
};
