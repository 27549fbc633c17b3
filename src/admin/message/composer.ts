import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { attachmentSchema, type AttachmentView } from '../../contract/document';
import type { DeskDossier } from '../../contract/dossier';
import { newMessageSchema, type DeskMessage, type NewMessage } from '../../contract/message';
import type { UploadRules } from '../../contract/upload-rules';
import { useDesk } from '../api';
import { useUploads, type Sending } from '../../sending/uploads';
import { useSendTo } from '../document/upload-rules';
import { useErrorText } from '../ui/error-text';
import { useForm, type Form } from '../ui/form';
import { useSay, type Say } from '../words';

export interface TypedMessage {
  subject: string;
  body: string;
}

export interface Composer {
  form: Form<TypedMessage>;
  /** What is on its way. */
  uploads: Sending;
  /** What has arrived and goes with the message. */
  attachments: AttachmentView[];
  /** Which files the message can carry. */
  rules: UploadRules;
  open: boolean;
  /** The message that is answered, or null. */
  original: DeskMessage | null;
  /** Counts up with every message sent, for lists that show it. */
  sentCount: number;
  write: (original: DeskMessage | null) => void;
  attach: (files: File[]) => void;
  detach: (attachment: AttachmentView) => Promise<void>;
  close: () => void;
}

const EMPTY: TypedMessage = { subject: '', body: '' };

const blockedBy = ({ busy }: Sending, attached: number, max: number, say: Say): string | null => {
  if (busy) return say('desk.message.wait');
  return attached > max ? say('desk.message.too-many', { max }) : null;
};

/** A message being written. What is typed and attached stays until it was sent. */
export const useComposer = (dossier: DeskDossier, onSent: () => void): Composer => {
  const { id: dossierId, uploadRules: rules } = dossier;
  const say = useSay();
  const desk = useDesk();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState(false);
  const [original, setOriginal] = useState<DeskMessage | null>(null);
  const [sentCount, setSentCount] = useState(0);
  const [attachments, setAttachments] = useState<AttachmentView[]>([]);
  const { add, ...uploads } = useUploads<AttachmentView>(
    useCallback((attachment: AttachmentView) => setAttachments((list) => [...list, attachment]), []),
  );
  const sendTo = useSendTo(dossier);

  const form = useForm({
    empty: EMPTY,
    schema: newMessageSchema,
    input: (typed): NewMessage => ({
      ...typed,
      attachmentIds: attachments.map(({ id }) => id),
      replyTo: original?.id ?? null,
    }),
    blocked: blockedBy(uploads, attachments.length, rules.filesPerMessage, say),
    send: (message) => desk.write(dossierId, message),
    onSent: () => {
      setOpen(false);
      setOriginal(null);
      setAttachments([]);
      for (const { key } of uploads.outgoing) uploads.drop(key);
      setSentCount((count) => count + 1);
      toggleNotification({ type: 'success', message: say('desk.message.sent') });
      onSent();
    },
  });

  return {
    form,
    uploads,
    attachments,
    rules,
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
    attach: (files) => add(files, sendTo({ for: 'message' }, attachmentSchema)),
    detach: async (attachment) => {
      try {
        await desk.detach(attachment.id);
        setAttachments((list) => list.filter(({ id }) => id !== attachment.id));
      } catch (error) {
        toggleNotification({ type: 'danger', message: errorText(error) });
      }
    },
    close: () => setOpen(false),
  };
};
