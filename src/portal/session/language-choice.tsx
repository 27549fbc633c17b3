import { useIntl } from 'react-intl';
import { LANGUAGES } from '../../contract/common';
import { LANGUAGE_NAMES, useLanguage } from './language';

/** The three languages side by side, for who is not signed in. */
export function LanguageChoice() {
  const intl = useIntl();
  const { language, choose } = useLanguage();
  return (
    <div role="group" aria-label={intl.formatMessage({ id: 'session.language.label' })} className="languages">
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          className="language"
          onClick={() => choose(one)}
        >
          <span className="language-code">{one.toUpperCase()}</span>{' '}
          <span className="language-name">{LANGUAGE_NAMES[one]}</span>
        </button>
      ))}
    </div>
  );
}
