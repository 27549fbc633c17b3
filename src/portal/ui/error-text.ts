import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { PortalError } from '../answer';

const OWN_TEXTS = {
  unreachable: 'page.error.unreachable',
  unreadable: 'page.error.unreadable',
  stopped: 'page.error.stopped',
  'passkey-stopped': 'passkey.error.stopped',
  'passkey-known': 'passkey.error.known',
  'passkey-refused': 'passkey.error.refused',
} as const;

const isOwn = (code: string): code is keyof typeof OWN_TEXTS => code in OWN_TEXTS;

/** Gives the sentence for a failure: the server's own where it sent one. */
export function useErrorText(): (error: PortalError) => string {
  const intl = useIntl();
  return useCallback(
    (error: PortalError) =>
      error.sentence ??
      intl.formatMessage({ id: isOwn(error.code) ? OWN_TEXTS[error.code] : 'page.error.unreadable' }),
    [intl],
  );
}
