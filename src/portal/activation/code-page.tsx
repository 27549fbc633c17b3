import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { CODE_LENGTH, plainCode } from '../../contract/activation';
import { activateByCode } from './activation-api';
import { NewPasswordFields, useNewPassword } from '../session/new-password-fields';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';
import { TextField } from '../ui/text-field';
import { useActivating } from './activating';
import type { Invitation } from './invitation';
import { useFirmRule, useRuleWith } from './rule';
import { useChosenName, UserNameField } from './user-name';

/** The code, the name and the password, and what is wrong with them. */
function useCodeForm(known: string | null) {
  const intl = useIntl();
  const [code, setCode] = useState('');
  const name = useChosenName();
  const text = intl.formatMessage({ id: 'activation.code.error' }, { length: CODE_LENGTH });
  const missing = plainCode(code).length === CODE_LENGTH ? [] : [{ fieldId: 'code', text }];
  const rule = useRuleWith(useFirmRule(), name.userName ?? known ?? '');
  return { code, setCode, name, chosen: useNewPassword(rule, [...missing, ...name.faults]) };
}

function CodeForm({ invitation: { reference, userName: known } }: { invitation: Invitation }) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { pending, error, activate } = useActivating();
  const { code, setCode, name, chosen } = useCodeForm(known);
  // Why, the server's sentence above the form says.
  const wrong = error?.code === 'code-invalid' ? intl.formatMessage({ id: 'activation.code.wrong' }) : null;

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen.check()) return;
    const choice = { userName: name.userName, password: chosen.password };
    activate(() => activateByCode({ code, reference: reference ?? undefined, ...choice }));
  };
  return (
    <form onSubmit={send} noValidate className="form">
      <FormErrors {...chosen.list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <TextField
        id="code"
        label={intl.formatMessage({ id: 'activation.code.label' })}
        hint={intl.formatMessage({ id: 'activation.code.hint' })}
        autoComplete="off"
        spellCheck="false"
        value={code}
        onChange={setCode}
        error={chosen.faultOf('code') ?? wrong}
      />
      <UserNameField
        chosen={name}
        known={known}
        error={chosen.faultOf('userName')}
        isTaken={error?.code === 'user-name-taken'}
      />
      <NewPasswordFields chosen={chosen} label={intl.formatMessage({ id: 'session.password.label' })} />
      <Button type="submit" kind="primary" data-pending={pending || undefined}>
        <FormattedMessage id="activation.code.button" />
      </Button>
    </form>
  );
}

/** R5: the code from the letter, a user name where the firm asks for one, and a password. */
export const CodePage = ({ invitation }: { invitation: Invitation }) => (
  <>
    <PageHeading textId="activation.code.title" />
    <p>
      <FormattedMessage id="activation.code.intro" />
    </p>
    <CodeForm invitation={invitation} />
    <p className="card-links">
      <Link to="/sign-in">
        <FormattedMessage id="session.sign-in.link" />
      </Link>
    </p>
  </>
);
