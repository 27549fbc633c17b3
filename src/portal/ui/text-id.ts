import type texts from '../../texts/en/portal.json';

/** The key of a text of the portal. */
export type TextId = keyof typeof texts;

declare global {
  // Typed by react-intl's own convention: an unknown key does not compile.
  // eslint-disable-next-line @typescript-eslint/no-namespace -- react-intl asks for this namespace
  namespace FormatjsIntl {
    interface Message {
      ids: TextId;
    }
  }
}
