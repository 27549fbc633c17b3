import type { Core } from '@strapi/strapi';
import { configOf } from './config';
import type { Guard } from './services/guard';

/** What Strapi's own `checkCredentials` gives to passport: an error, a user or false, and a sentence. */
type Judgement = [unknown, object | false, { message: string }?];
type CheckCredentials = (given: { email: string; password: string }) => Promise<Judgement>;
interface Auth {
  checkCredentials: CheckCredentials;
}

const lockedFor = (minutes: number) => ({
  message: `Too many wrong passwords. This account is locked for ${minutes} minutes; another administrator can unlock it.`,
});

/**
 * Counts signing in to the admin panel. A locked address gets the same kind of answer as a wrong password,
 * and an unknown address locks like a known one, so that nobody learns which addresses exist. The lock ends by
 * itself: whoever knows an administrator's address could keep them out for good otherwise.
 */
export function guardAdmin(strapi: Core.Strapi, guard: Guard): void {
  const auth = strapi.service('admin::auth') as Auth;
  const { adminLockMinutes } = configOf(strapi);
  const judge = auth.checkCredentials.bind(auth);
  auth.checkCredentials = async (given) => {
    // Strapi has put the address into small letters already.
    const subject = `admin:${given.email}`;
    const address: string = strapi.requestContext.get()?.request.ip ?? '';
    const attempt = { label: given.email, address, lockMinutes: adminLockMinutes };
    const { allowed } = await guard.reserve(subject, attempt);
    if (!allowed) return [null, false, lockedFor(adminLockMinutes)];
    const judgement = await judge(given);
    await (judgement[1] ? guard.succeed(subject) : guard.fail(subject));
    return judgement;
  };
}
