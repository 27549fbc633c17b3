import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { SecondStepView } from '../../contract/second-step';
import { loadSecondStep, makeRecoveryCode, removeMethod } from '../api';
import { RecoveryCodeDialog } from './recovery-code-dialog';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Loaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';
import { useConfirmed } from './confirmation';
import { Section } from './section';
import { SmsSetUp } from './sms-set-up';

const Day = ({ at }: { at: string }) => <FormattedDate value={at} dateStyle="long" />;

type Method = SecondStepView['methods'][number];

function MethodRow({ method, onRemove }: { method: Method; onRemove: () => void }) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `second-step.method.${method.kind}` }, { label: method.label });
  return (
    <li className="session-row">
      <span className="session-row-text">
        <span className="account-value">{name}</span>
        <span className="quiet-text">
          <FormattedMessage id="second-step.method.added" values={{ date: <Day at={method.addedAt} /> }} />
        </span>
      </span>
      <Button
        onPress={onRemove}
        aria-label={intl.formatMessage({ id: 'second-step.method.remove-label' }, { method: name })}
      >
        <FormattedMessage id="second-step.method.remove" />
      </Button>
    </li>
  );
}

function Parts({ view, reload }: { view: SecondStepView; reload: () => void }) {
  const intl = useIntl();
  const say = useToast();
  const confirmed = useConfirmed();
  const errorText = useErrorText();
  const { error, submit } = useSubmit();
  const [isAdding, setAdding] = useState(false);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const { methods, offered, isCompulsory, recoveryCodeMadeAt } = view;
  const hasSms = methods.some(({ kind }) => kind === 'sms');

  const remove = (id: string) =>
    submit(async () => {
      const done = await confirmed(async () => {
        await removeMethod(id);
        return true;
      });
      if (done) say(intl.formatMessage({ id: 'second-step.method.removed' }));
      reload();
    });
  const renew = () =>
    submit(async () => setRecoveryCode((await confirmed(makeRecoveryCode))?.recoveryCode ?? null));
  return (
    <>
      {isCompulsory && (
        <p>
          <FormattedMessage id="second-step.section.compulsory" />
        </p>
      )}
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      {methods.length === 0 && (
        <p>
          <FormattedMessage id="second-step.section.none" />
        </p>
      )}
      <ul className="session-rows">
        {methods.map((method) => (
          <MethodRow key={method.id} method={method} onRemove={() => void remove(method.id)} />
        ))}
      </ul>
      {offered.includes('sms') && !isAdding && (
        <Button onPress={() => setAdding(true)}>
          <FormattedMessage id={hasSms ? 'second-step.replace.sms' : 'second-step.add.sms'} />
        </Button>
      )}
      {isAdding && (
        <SmsSetUp
          confirmed={confirmed}
          onAdded={(answer) => {
            setAdding(false);
            reload();
            if (answer.state === 'signed-in') setRecoveryCode(answer.recoveryCode);
            say(intl.formatMessage({ id: 'second-step.added.text' }));
          }}
        />
      )}
      {recoveryCodeMadeAt !== null && (
        <>
          <p>
            <FormattedMessage id="recovery-code.made" values={{ date: <Day at={recoveryCodeMadeAt} /> }} />
          </p>
          <Button onPress={() => void renew()}>
            <FormattedMessage id="recovery-code.new.button" />
          </Button>
        </>
      )}
      {recoveryCode !== null && (
        <RecoveryCodeDialog
          code={recoveryCode}
          onKept={() => {
            setRecoveryCode(null);
            reload();
          }}
        />
      )}
    </>
  );
}

/** R24, R25: what the client is asked for besides the password, and the code for the day it is not at hand. */
export function SecondStepSection() {
  const resource = useResource(loadSecondStep);
  return (
    <Section id="second-step" titleId="second-step.title">
      <p>
        <FormattedMessage id="second-step.section.text" />
      </p>
      <Loaded resource={resource} lines={2}>
        {(view) => <Parts view={view} reload={resource.reload} />}
      </Loaded>
    </Section>
  );
}
