import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { IntlProvider, type MessageFormatElement } from 'react-intl';
import { LANGUAGES, type Language } from '../../contract/common';
import { loadSession } from '../api';
import type { TextId } from '../ui/text-id';

/** As the build has read them: see `vite.config.ts`. */
type Texts = Record<TextId, MessageFormatElement[]>;

const REMEMBERED = 'aktenpoort-language';
const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE' };
const read = (texts: Promise<unknown>) => texts as Promise<{ default: Texts }>;
const TEXTS: Record<Language, () => Promise<{ default: Texts }>> = {
  nl: () => read(import('../../texts/nl/portal.json')),
  en: () => read(import('../../texts/en/portal.json')),
  de: () => read(import('../../texts/de/portal.json')),
};

/** Each language in its own words, for choosing it. */
export const LANGUAGE_NAMES: Record<Language, string> = { nl: 'Nederlands', en: 'English', de: 'Deutsch' };

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value);

/** The account's own, what this device chose before, or what its browser asks for; null where the portal speaks none of them. */
export function ownLanguage(): Language | null {
  const account = loadSession.first()?.account?.language;
  const wishes = [
    account,
    localStorage.getItem(REMEMBERED),
    ...navigator.languages.map((tag) => tag.slice(0, 2)),
  ];
  return wishes.find(isLanguage) ?? null;
}

/** Starts loading the reader's words while other things are still on their way. */
export const fetchTexts = (language: Language) => TEXTS[language]();

interface LanguageChoice {
  language: Language;
  /** Shows the portal in this language, now and at the next visit on this device. */
  choose: (language: Language) => void;
}

const Choice = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = useContext(Choice);
  if (!choice) throw new Error('useLanguage outside of LanguageProvider');
  return choice;
}

/** Speaks one language at a time and loads only that one's texts. */
export function LanguageProvider({ fallback, children }: { fallback: Language; children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => ownLanguage() ?? fallback);
  const [spoken, setSpoken] = useState<{ language: Language; texts: Texts } | null>(null);

  useEffect(() => {
    let current = true;
    void fetchTexts(language).then(({ default: texts }) => {
      if (!current) return;
      document.documentElement.lang = language;
      // Everything is drawn anew by it: in slices.
      startTransition(() => setSpoken({ language, texts }));
    });
    return () => {
      current = false;
    };
  }, [language]);

  const choose = useCallback((wish: Language) => {
    localStorage.setItem(REMEMBERED, wish);
    setLanguage(wish);
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);

  if (!spoken) return null;
  const locale = LOCALES[spoken.language];
  return (
    <Choice.Provider value={choice}>
      <I18nProvider locale={locale}>
        <IntlProvider locale={locale} messages={spoken.texts}>
          {children}
        </IntlProvider>
      </I18nProvider>
    </Choice.Provider>
  );
}
