import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { emailSchema, LANGUAGES, type Language } from '../../contract/common';
import type { ExtraAccount } from '../../contract/extra-account';
import { addAccount } from './account-api';
import { LANGUAGE_NAMES } from '../session/language';
import { useSession } from '../session/session';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FormErrors } from '../ui/form-errors';
import { useFormFaults } from '../ui/form-faults';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { TextField } from '../ui/text-field';
import { useConfirmed } from './confirmation';

interface ChoiceProps {
  language: Language;
  onChoose: (language: Language) => void;
}

/** The language of the invitation, and of the portal until the colleague chooses another. */
function MailLanguage({ language, onChoose }: ChoiceProps) {
  const intl = useIntl();
  return (
    <div role="group" aria-label={intl.formatMessage({ id: 'company.add.language' })}>
      <p aria-hidden="true" className="field-label">
        <FormattedMessage id="company.add.language" />
      </p>
      <div className="dialog-buttons">
        {LANGUAGES.map((offered) => (
          <button
            key={offered}
            type="button"
            lang={offered}
            aria-pressed={offered === language}
            className="language"
            onClick={() => onChoose(offered)}
          >
            {LANGUAGE_NAMES[offered]}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Asks for a colleague's address; answers with the account that was added, or null where the reader turned back. */
export function AddAccountForm({ onDone }: { onDone: (added: ExtraAccount | null) => void }) {
  const intl = useIntl();
  const confirmed = useConfirmed();
  const errorText = useErrorText();
  const { account } = useSession();
  const { pending, error, submit } = useSubmit();
  const [email, setEmail] = useState('');
  const [language, setLanguage] = useState<Language>(account?.language ?? 'nl');
  const fault = { fieldId: 'company-email', text: intl.formatMessage({ id: 'session.email.error' }) };
  const { list, faultOf, check } = useFormFaults(emailSchema.safeParse(email).success ? [] : [fault]);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!check()) return;
    void submit(async () => {
      const added = await confirmed(() => addAccount({ email: email.trim(), language }));
      if (added) onDone(added);
    });
  };
  return (
    <form onSubmit={send} noValidate className="form">
      <FormErrors {...list} />
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <TextField
        id="company-email"
        label={intl.formatMessage({ id: 'company.add.email' })}
        hint={intl.formatMessage({ id: 'company.add.hint' })}
        type="email"
        inputMode="email"
        autoComplete="off"
        value={email}
        onChange={setEmail}
        error={faultOf('company-email')}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the button that opened the form is gone, and this is what it opened
        autoFocus
      />
      <MailLanguage language={language} onChoose={setLanguage} />
      <div className="dialog-buttons">
        <Button type="submit" kind="primary" data-pending={pending || undefined}>
          <FormattedMessage id="company.add.send" />
        </Button>
        <Button onPress={() => onDone(null)}>
          <FormattedMessage id="page.cancel.button" />
        </Button>
      </div>
    </form>
  );
}
