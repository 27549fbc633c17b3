import type { Core } from '@strapi/strapi';
import type { Guard } from './services/guard';

/** What Strapi's own `checkCredentials` gives to passport: an error, a user or false, and a sentence. */
type Judgement = [unknown, object | false, { message: string }?];
type CheckCredentials = (given: { email: string; password: string }) => Promise<Judgement>;
interface Auth {
  checkCredentials: CheckCredentials;
}

const LOCKED = { message: 'Too many wrong passwords. Another administrator can unlock this account.' };

/**
 * Counts signing in to the admin panel. A locked address gets the same kind of answer as a wrong password,
 * and an unknown address locks like a known one, so that nobody learns which addresses exist.
 */
export function guardAdmin(strapi: Core.Strapi, guard: Guard): void {
  const auth = strapi.service('admin::auth') as Auth;
  const judge = auth.checkCredentials.bind(auth);
  auth.checkCredentials = async (given) => {
    // Strapi has put the address into small letters already.
    const subject = `admin:${given.email}`;
    const address: string = strapi.requestContext.get()?.request.ip ?? '';
    const { allowed } = await guard.reserve(subject, { label: given.email, address });
    if (!allowed) return [null, false, LOCKED];
    const judgement = await judge(given);
    await (judgement[1] ? guard.succeed(subject) : guard.fail(subject));
    return judgement;
  };
}
