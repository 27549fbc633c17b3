import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { SecondStepView } from '../../contract/second-step';
import { renamePasskey } from '../second-step-api';
import { Button } from '../ui/button';
import { PasskeyNameForm } from './passkey-name';

export const Day = ({ at }: { at: string }) => <FormattedDate value={at} dateStyle="long" />;

type Method = SecondStepView['methods'][number];

function Dates({ addedAt, lastUsedAt }: Method) {
  return (
    <span className="quiet-text">
      <FormattedMessage id="second-step.method.added" values={{ date: <Day at={addedAt} /> }} />
      {lastUsedAt !== null && (
        <>
          {' · '}
          <FormattedMessage id="second-step.method.used" values={{ date: <Day at={lastUsedAt} /> }} />
        </>
      )}
    </span>
  );
}

interface Props {
  method: Method;
  onRemove: () => void;
  onRenamed: () => void;
}

/** One method with what can be done with it; a passkey has a name of its owner's choice. */
export function MethodRow({ method, onRemove, onRenamed }: Props) {
  const intl = useIntl();
  const [isNaming, setNaming] = useState(false);
  const name = intl.formatMessage({ id: `second-step.method.${method.kind}` }, { label: method.label });
  const rename = async (label: string): Promise<void> => {
    await renamePasskey(method.id, { label });
    setNaming(false);
    onRenamed();
  };
  if (isNaming) {
    return (
      <li>
        <PasskeyNameForm
          id={`name-${method.id}`}
          first={method.label}
          buttonId="passkey.rename.save"
          send={rename}
        >
          <Button onPress={() => setNaming(false)}>
            <FormattedMessage id="page.cancel.button" />
          </Button>
        </PasskeyNameForm>
      </li>
    );
  }
  return (
    <li className="session-row">
      <span className="session-row-text">
        <span className="account-value">{name}</span>
        <Dates {...method} />
      </span>
      <span className="dialog-buttons">
        {method.kind === 'passkey' && (
          <Button
            onPress={() => setNaming(true)}
            aria-label={intl.formatMessage({ id: 'passkey.rename.label' }, { method: name })}
          >
            <FormattedMessage id="passkey.rename.button" />
          </Button>
        )}
        <Button
          onPress={onRemove}
          aria-label={intl.formatMessage({ id: 'second-step.method.remove-label' }, { method: name })}
        >
          <FormattedMessage id="second-step.method.remove" />
        </Button>
      </span>
    </li>
  );
}
