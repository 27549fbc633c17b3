import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import type { PasskeyToMake, PasskeyToProve } from '../../contract/second-step';
import { asPortalError, PortalError } from '../answer';

/** A number in place of a name: browsers keep no passkeys for those. */
const IS_NUMBER = /^[\d.]+$|:/;

/** Whether this browser can use passkeys on this page. */
export const canUsePasskeys = (): boolean =>
  'PublicKeyCredential' in window && window.isSecureContext && !IS_NUMBER.test(window.location.hostname);

/** The library is loaded when somebody wants a passkey, and not before. */
const library = () => import('@simplewebauthn/browser');

const names = (thrown: unknown): (string | undefined)[] =>
  thrown instanceof Error ? [thrown.name, thrown.cause instanceof Error ? thrown.cause.name : undefined] : [];

/** What the browser throws, in words of ours: turned back and timed out look the same to a page. */
const asFailure = (thrown: unknown): PortalError =>
  new PortalError(names(thrown).includes('InvalidStateError') ? 'passkey-known' : 'passkey-stopped');

const asked = async <T>(asking: Promise<T>): Promise<T> => {
  try {
    return await asking;
  } catch (thrown) {
    throw asFailure(thrown);
  }
};

/** Lets the device make a passkey; fails as `passkey-known` where it has one of this account already. */
export const makePasskey = async (options: PasskeyToMake): Promise<Record<string, unknown>> => {
  const { startRegistration } = await library();
  const optionsJSON: PublicKeyCredentialCreationOptionsJSON = options;
  return { ...(await asked(startRegistration({ optionsJSON }))) };
};

/** Lets the device prove a passkey; fails as `passkey-stopped` where the reader turned back. */
export const provePasskey = async (options: PasskeyToProve): Promise<Record<string, unknown>> => {
  const { startAuthentication } = await library();
  return { ...(await asked(startAuthentication({ optionsJSON: options }))) };
};

/** Sends what a device answered; the server's word for a wrong code is about codes, and this was none. */
export const sendPasskey = async <T>(sending: Promise<T>): Promise<T> => {
  try {
    return await sending;
  } catch (thrown) {
    const error = asPortalError(thrown);
    throw error.code === 'wrong-code' ? new PortalError('passkey-refused') : error;
  }
};
