import { Send } from 'lucide-react';
import type { FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { SUBJECT_MAX } from '../../contract/message';
import type { DossierView } from '../../contract/dossier';
import { sendMessage } from './message-api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults, type FieldFault } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { TextField } from '../ui/text-field';
import { AttachmentField } from './attachment-field';
import { BodyField } from './body-field';
import { useWritten } from './written';

interface Props {
  dossier: DossierView;
  draftKey: string;
  /** The message this one answers. */
  replyTo: string | null;
  firstSubject: string;
  onSent: () => void;
}

function useFaults(subject: string, body: string, busy: boolean): readonly FieldFault[] {
  const intl = useIntl();
  const faults: FieldFault[] = [];
  if (subject.trim() === '')
    faults.push({ fieldId: 'subject', text: intl.formatMessage({ id: 'message.subject.error' }) });
  if (body.trim() === '')
    faults.push({ fieldId: 'body', text: intl.formatMessage({ id: 'message.body.error' }) });
  if (busy)
    faults.push({ fieldId: 'attachments', text: intl.formatMessage({ id: 'message.attachments.busy' }) });
  return faults;
}

/** Subject, text and attachments, and the one button that sends them. */
export function ComposeForm({ dossier, draftKey, replyTo, firstSubject, onSent }: Props) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const { draft, write, uploads, detach, forget } = useWritten(dossier, draftKey, firstSubject);
  const { list, faultOf, check } = useFormFaults(useFaults(draft.subject, draft.body, uploads.busy));

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!check()) return;
    void submit(async () => {
      const attachmentIds = draft.attachments.map(({ id }) => id);
      await sendMessage(dossier.id, { subject: draft.subject, body: draft.body, attachmentIds, replyTo });
      forget();
      onSent();
    });
  };
  return (
    <form onSubmit={send} noValidate className="form wide">
      <FormErrors {...list} />
      <TextField
        id="subject"
        label={intl.formatMessage({ id: 'message.subject.label' })}
        value={draft.subject}
        onChange={(subject) => write({ subject })}
        maxLength={SUBJECT_MAX}
        autoComplete="off"
        error={faultOf('subject')}
      />
      <BodyField
        label={intl.formatMessage({ id: 'message.body.label' })}
        rows={10}
        value={draft.body}
        onChange={(body) => write({ body })}
        error={faultOf('body')}
      />
      <AttachmentField
        attachments={draft.attachments}
        rules={dossier.uploadRules}
        uploads={uploads}
        onDrop={detach}
        error={faultOf('attachments')}
      />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <Button type="submit" kind="primary" data-pending={pending || undefined}>
        <Send aria-hidden="true" />
        <FormattedMessage id={pending ? 'message.send.pending' : 'message.send.button'} />
      </Button>
    </form>
  );
}
