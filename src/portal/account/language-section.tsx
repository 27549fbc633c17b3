import { FormattedMessage, useIntl } from 'react-intl';
import { LANGUAGES } from '../../contract/common';
import type { AccountView } from '../../contract/session';
import { LANGUAGE_NAMES } from '../session/language';
import { useSession } from '../session/session';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { Section } from './section';

/** R90: the language of the portal and of its mails. */
export function LanguageSection({ account }: { account: AccountView }) {
  const intl = useIntl();
  const { speak } = useSession();
  const errorText = useErrorText();
  const { error, submit } = useSubmit();
  return (
    <Section id="language" titleId="session.language.label">
      <p>
        <FormattedMessage id="account.language.text" />
      </p>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <div
        role="group"
        aria-label={intl.formatMessage({ id: 'session.language.label' })}
        className="dialog-buttons"
      >
        {LANGUAGES.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={language === account.language}
            className="language"
            onClick={() => void submit(() => speak(language))}
          >
            {LANGUAGE_NAMES[language]}
          </button>
        ))}
      </div>
    </Section>
  );
}
