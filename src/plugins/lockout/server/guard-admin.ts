import type { Core } from '@strapi/strapi';
import { configOf } from './config';
import { deviceCookie } from './device-cookie';
import { pluginServices } from './plugin-services';
import type { Owner } from './services/devices';

interface AdminUser {
  email: string;
  password?: string | null;
}
/** What Strapi's own `checkCredentials` gives to passport: an error, a user or false, and a sentence. */
type Judgement = [unknown, AdminUser | false, { message: string }?];
interface Auth {
  checkCredentials(given: { email: string; password: string }): Promise<Judgement>;
  validatePassword(password: string, hash: string): Promise<boolean>;
  hashPassword(password: string): Promise<string>;
}

const LOCKED = {
  message:
    'Too many wrong passwords. This account is locked for a while; another administrator can unlock it.',
};

const ownerOf = ({ email, password }: AdminUser): Owner => ({
  // Strapi has put the address into small letters already.
  subject: `admin:${email}`,
  stamp: password ?? '',
});

/**
 * Counts signing in to the admin panel. A locked address gets the same kind of answer as a wrong password, and an
 * unknown address locks like a known one and takes as long, so that nobody learns which addresses exist. Each lock
 * ends by itself, and none holds for a browser in which the address has signed in: else whoever knows an
 * administrator's address could keep them out.
 */
export function guardAdmin(strapi: Core.Strapi): void {
  const auth = strapi.service('admin::auth') as Auth;
  const judge = auth.checkCredentials.bind(auth);
  const isPassword = auth.validatePassword.bind(auth);
  const { guard, devices } = pluginServices(strapi);
  const { adminLockMinutes: waits } = configOf(strapi);
  const address = (): string => strapi.requestContext.get()?.request.ip ?? '';
  const cookie = deviceCookie(strapi);
  let nobody: Promise<string> | undefined;

  auth.checkCredentials = async (given) => {
    const { email } = given;
    const user = (await strapi.db
      .query('admin::user')
      .findOne({ where: { email }, select: ['email', 'password'] })) as AdminUser | null;
    const known = user ? devices.subjectOf(cookie.value(), ownerOf(user)) : undefined;
    const subject = known ?? `admin:${email}`;
    const attempt = { label: email, address: address(), waits, isKnown: known !== undefined };
    if (!(await guard.reserve(subject, attempt)).allowed) return [null, false, LOCKED];
    nobody ??= auth.hashPassword('nobody signs in with this');
    const judgement = await judge(given);
    if (!user?.password) await isPassword(given.password, await nobody);
    const [, signedIn] = judgement;
    await (signedIn ? guard.succeed(subject) : guard.fail(subject));
    if (signedIn) cookie.set(devices.remember(cookie.value(), ownerOf(signedIn)));
    return judgement;
  };

  // Asked where who is signed in gives the old password to change it: an open screen is no place to guess.
  auth.validatePassword = async (password, hash) => {
    const user = strapi.requestContext.get()?.state.user as AdminUser | undefined;
    if (user === undefined) return isPassword(password, hash);
    const subject = `admin:${user.email}#signed-in`;
    const attempt = { label: user.email, address: address(), waits, isKnown: true };
    if (!(await guard.reserve(subject, attempt)).allowed) return false;
    const isRight = await isPassword(password, hash);
    await (isRight ? guard.succeed(subject) : guard.fail(subject));
    return isRight;
  };
}
