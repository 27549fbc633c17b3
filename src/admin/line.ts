import { attemptTokenRefresh } from '@strapi/strapi/admin';
import { LineError, type Line } from '../sending/line';
import { refusalIn } from './refusal';
import { headersOf, jsonOf } from './transfer';

interface Speaker {
  language: string;
  token: () => string | null;
}

/** How the panel sends files: with the token of the member of staff, which is renewed while a long one goes up. */
export const lineOf = ({ language, token }: Speaker): Line => {
  // The panel itself hears of a new token only when it is drawn again.
  let renewed: { old: string | null; next: string | null } | undefined;
  const bearer = (): string | null => (renewed && token() === renewed.old ? renewed.next : token());
  return {
    headers: () => ({ Accept: 'application/json', ...headersOf({ language, token: bearer() }) }),
    read: (schema, { status, body }) => {
      const said = jsonOf(body);
      if (status >= 400) throw refusalIn(said) ?? new LineError('unreadable');
      return schema.parse(said);
    },
    renew: async () => {
      const old = token();
      renewed = { old, next: await attemptTokenRefresh(bearer()) };
      return renewed.next !== null;
    },
  };
};
