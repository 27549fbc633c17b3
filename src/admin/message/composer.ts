import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { AttachmentView } from '../../contract/document';
import type { DeskDossier } from '../../contract/dossier';
import { newMessageSchema, type DeskMessage, type NewMessage } from '../../contract/message';
import type { UploadRules } from '../../contract/upload-rules';
import { useDesk } from '../api';
import { useRequireTakeable } from '../document/upload-rules';
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
  /** Which files the message can carry. */
  rules: UploadRules;
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

const blockedBy = (attachments: Uploads<AttachmentView>, max: number, say: Say): string | null => {
  if (attachments.busy) return say('desk.message.wait');
  return idsIn(attachments).length > max ? say('desk.message.too-many', { max }) : null;
};

/** A message being written. What is typed and attached stays until it was sent. */
export const useComposer = (
  { id: dossierId, uploadRules: rules }: DeskDossier,
  onSent: () => void,
): Composer => {
  const say = useSay();
  const desk = useDesk();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState(false);
  const [original, setOriginal] = useState<DeskMessage | null>(null);
  const [sentCount, setSentCount] = useState(0);
  const attachments = useUploads<AttachmentView>();
  const requireTakeable = useRequireTakeable(rules);

  const form = useForm({
    empty: EMPTY,
    schema: newMessageSchema,
    input: (typed): NewMessage => ({
      ...typed,
      attachmentIds: idsIn(attachments),
      replyTo: original?.id ?? null,
    }),
    blocked: blockedBy(attachments, rules.filesPerMessage, say),
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
    attach: (files) =>
      attachments.add(files, async (options) => {
        requireTakeable(options.file);
        return desk.attach(dossierId, options);
      }),
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
