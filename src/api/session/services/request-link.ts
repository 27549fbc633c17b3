import type { AskedPurpose } from '../../../contract/session';
import { database, insertRow } from '../../../db';
import type { From } from '../../../http/from';
import { OUTBOX_FILLED } from '../../notification/announce';

/** In milliseconds: the work for a known address begins only when the answer has long been sent. */
const PAUSE = 50;

/** As much of a device as a row needs; strangers choose how long theirs is. */
const LONGEST = 200;

/**
 * Writes down that somebody wants a link. Whether there is an account of this address is not even looked up here:
 * so nobody learns it, neither from the answer nor from its time. The worker of the outbox does the rest.
 */
export const requestLink = async (
  purpose: AskedPurpose,
  email: string,
  { address, device }: From,
): Promise<void> => {
  await insertRow(database(), 'link_requests', { purpose, email, address, device: device.slice(0, LONGEST) });
  const { eventHub } = strapi;
  setTimeout(() => void eventHub.emit(OUTBOX_FILLED), PAUSE).unref();
};

export default { requestLink };
