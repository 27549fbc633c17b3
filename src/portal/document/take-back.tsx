import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentView } from '../../contract/document';
import { takeBackDocument } from './document-api';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';

interface Props {
  document: DocumentView;
  onTakenBack: () => void;
}

function Question({ document: { id, name }, onTakenBack, onClose }: Props & { onClose: () => void }) {
  const intl = useIntl();
  const say = useToast();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const takeBack = (): void =>
    void submit(async () => {
      await takeBackDocument(id);
      say(intl.formatMessage({ id: 'document.take-back.done' }, { name }));
      onClose();
      onTakenBack();
    });
  return (
    <Dialog
      role="alertdialog"
      title={intl.formatMessage({ id: 'document.take-back.title' })}
      onClose={onClose}
    >
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <p>
        <FormattedMessage id="document.take-back.question" values={{ name: <strong>{name}</strong> }} />
      </p>
      <div className="dialog-buttons">
        <Button kind="primary" isPending={pending} onPress={takeBack}>
          <FormattedMessage id="document.take-back.confirm" />
        </Button>
        <Button onPress={onClose}>
          <FormattedMessage id="document.take-back.keep" />
        </Button>
      </div>
    </Dialog>
  );
}

/** Undoes an own upload that nobody of the firm has opened, after asking (B13). */
export function TakeBack(props: Props) {
  const intl = useIntl();
  const [asking, setAsking] = useState(false);
  const { name } = props.document;
  return (
    <>
      <Button
        kind="quiet"
        aria-label={intl.formatMessage({ id: 'document.take-back.button' }, { name })}
        onPress={() => setAsking(true)}
      >
        <Undo2 aria-hidden="true" />
        <span className="act-words">
          <FormattedMessage id="document.take-back.confirm" />
        </span>
      </Button>
      {asking && <Question {...props} onClose={() => setAsking(false)} />}
    </>
  );
}
