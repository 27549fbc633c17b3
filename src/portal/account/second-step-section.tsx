import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SecondStepView } from '../../contract/second-step';
import { loadSecondStep, makeRecoveryCode, removeMethod } from '../second-step-api';
import { RecoveryCodeDialog } from './recovery-code-dialog';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Loaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';
import { useConfirmed } from './confirmation';
import { Day, MethodRow } from './method-row';
import { MethodSetUp } from './method-set-up';
import { Section } from './section';

function Parts({ view, reload }: { view: SecondStepView; reload: () => void }) {
  const intl = useIntl();
  const say = useToast();
  const confirmed = useConfirmed();
  const errorText = useErrorText();
  const { error, submit } = useSubmit();
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const { methods, offered, isCompulsory, recoveryCodeMadeAt } = view;

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
          <MethodRow
            key={method.id}
            method={method}
            onRemove={() => void remove(method.id)}
            onRenamed={reload}
          />
        ))}
      </ul>
      <MethodSetUp
        // What was added is a row now: the choice begins anew.
        key={methods.length}
        offered={offered}
        present={methods.map(({ kind }) => kind)}
        confirmed={confirmed}
        onAdded={(answer) => {
          reload();
          if (answer.state === 'signed-in') setRecoveryCode(answer.recoveryCode);
          say(intl.formatMessage({ id: 'second-step.added.text' }));
        }}
      />
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
