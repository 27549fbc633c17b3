import { Send } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { BodyField } from '../message/body-field';
import { forgetDraft, keepDraft, readDraft } from '../message/draft';
import { useSession } from '../session/session';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { useFormFaults } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';
import { writeRemark } from './remark-api';

/** What is typed is kept until it is sent, also across a sign-in. */
function useTyped(documentId: string): [string, (text: string) => void] {
  const { account } = useSession();
  const key = `${account?.id ?? ''}.remark.${documentId}`;
  const [text, setText] = useState(() => readDraft(key, z.string()) ?? '');
  useEffect(() => {
    if (text === '') forgetDraft(key);
    else keepDraft(key, text);
  }, [key, text]);
  return [text, setText];
}

/** The answer under the remarks. */
export function RemarkForm({ documentId, onSent }: { documentId: string; onSent: () => void }) {
  const intl = useIntl();
  const say = useToast();
  const errorText = useErrorText();
  const [text, setText] = useTyped(documentId);
  const { pending, error, submit } = useSubmit();
  const isEmpty = text.trim() === '';
  const { faultOf, check } = useFormFaults(
    isEmpty ? [{ fieldId: 'body', text: intl.formatMessage({ id: 'remark.body.error' }) }] : [],
  );

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!check()) {
      document.getElementById('body')?.focus();
      return;
    }
    void submit(async () => {
      await writeRemark(documentId, { body: text });
      setText('');
      say(intl.formatMessage({ id: 'remark.send.done' }));
      onSent();
    });
  };
  return (
    <form onSubmit={send} noValidate className="form remark-form">
      <BodyField
        label={intl.formatMessage({ id: 'remark.body.label' })}
        rows={4}
        value={text}
        onChange={setText}
        error={faultOf('body')}
      />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <Button type="submit" data-pending={pending || undefined}>
        <Send aria-hidden="true" />
        <FormattedMessage id={pending ? 'message.send.pending' : 'remark.send.button'} />
      </Button>
    </form>
  );
}
