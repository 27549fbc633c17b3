import type { CodeActivation, LinkActivation } from '../../../contract/activation';
import type { ErrorCode } from '../../../contract/errors';
import type { FirmSettings } from '../../../contract/firm-settings';
import { refuse, Refusal } from '../../../contract/refuse';
import { database, inTransaction, type Trx } from '../../../db';
import type { From } from '../../../http/from';
import type { Person } from '../../../access/sign-in';
import { announceEverything } from '../../dossier/readers';
import { firmSettings } from '../../firm/services/settings';
import { ownAccount } from '../../client/own-account';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { enter, type Entry } from '../../session/enter';
import { hashPassword } from '../../session/hashing';
import { endLinks, holdFor, linkHolder, useLink } from '../../session/mailed-link';
import { requireGoodPassword } from '../../session/password';
import { personOf } from '../../session/person';
import { claimByCode, endCodes, giveTryBack, useCode, type Claim } from '../code';
import { forgetTries, requireFewTries } from '../tries';
import { isChosen, requireUserName, setUserName } from '../user-name';
import { wayOf, type Way } from '../way';

type Choice = Pick<CodeActivation, 'userName' | 'password'>;

export interface Activation {
  /** Where the sign-in stands that has begun: in, or before its second step. */
  entry: Entry;
  firstScreen: FirmSettings['firstScreen'];
}

const REFUSED: Record<Way, ErrorCode> = { mail: 'link-invalid', code: 'code-invalid' };

/** Wrong, old, used, another's: said alike, and noted alike. */
const refuseActivation = async (way: Way, from: From): Promise<never> => {
  await noteSecurityEvent(database(), {
    event: 'activation-refused',
    label: from.address,
    actor: { kind: 'nobody', ...from },
    detail: way,
  });
  throw refuse(REFUSED[way], 'Unknown, used, old, or of another purpose or account');
};

/** Who was added to a company's accounts (R92) finds unread what was there before; the first account was told of it as it came. */
const announceToAdded = async (trx: Trx, { id, clientId, documentId }: Person): Promise<void> => {
  const own = await ownAccount(trx, { id: clientId });
  if (own?.id !== id) await announceEverything(trx, clientId, documentId);
};

/** The account is the client's own from here on: with its name and password, and with no way to activate it again. */
const activate = async (trx: Trx, accountId: number, hash: string, from: From): Promise<Entry> => {
  const now = new Date();
  const values = { password: hash, activated_at: now, confirmed: true, updated_at: now };
  await trx('up_users').where({ id: accountId }).update(values);
  await endLinks(trx, accountId, 'activation');
  await endCodes(trx, accountId);
  await announce(trx, { event: 'account-ready', accountId });
  const person = await personOf(trx, accountId);
  await announceToAdded(trx, person);
  await noteSecurityEvent(trx, {
    event: 'activated',
    label: person.userName,
    account: person,
    actor: { kind: 'client', ...from },
  });
  return enter(trx, person, from, 'activation');
};

/** Judges the password by what is known of its client, and hashes it: work that only a proof may cause. */
const judgedHash = async (accountId: number, { userName, password }: Choice): Promise<string> => {
  const person = await personOf(database(), accountId);
  await requireGoodPassword(password, { ...person, userName: userName ?? person.userName });
  return hashPassword(password);
};

/** What every activation is checked for before its proof is looked at, so that the answer tells nothing of that. */
const prepared = async ({ userName }: Choice, from: From): Promise<FirmSettings> => {
  const firm = await firmSettings();
  requireUserName(userName, isChosen(firm));
  await requireFewTries(from);
  return firm;
};

const useMailed = async (
  accountId: number,
  given: LinkActivation,
  from: From,
): Promise<Entry | undefined> => {
  const hash = await judgedHash(accountId, given);
  return inTransaction(async (trx) => {
    if ((await useLink(trx, given.token, 'activation')) === undefined) return undefined;
    await setUserName(trx, accountId, given.userName);
    return activate(trx, accountId, hash, from);
  });
};

/** Way A (R4): uses up the link of the second mail, sets the password and lets the client in. */
export const activateByLink = async (given: LinkActivation, from: From): Promise<Activation> => {
  const firm = await prepared(given, from);
  const accountId = await linkHolder(given.token, 'activation');
  // Where the firm has gone over to codes, a mail alone opens nothing any more.
  const isOpen = accountId !== undefined && (await wayOf(database(), firm, accountId)) === 'mail';
  const entry = isOpen ? await useMailed(accountId, given, from) : undefined;
  if (entry === undefined) return refuseActivation('mail', from);
  await forgetTries(from);
  return { entry, firstScreen: firm.firstScreen };
};

const isReferredTo = async ({ account_id: id }: Claim, reference: string | undefined): Promise<boolean> => {
  if (reference === undefined) return true;
  const row = await database()('up_users').where({ id }).first<{ document_id: string }>('document_id');
  return row.document_id === reference;
};

const useClaim = async (claim: Claim, given: Choice, from: From): Promise<Entry | undefined> => {
  const hash = await judgedHash(claim.account_id, given);
  return inTransaction(async (trx) => {
    const isTheirs = await holdFor(trx, claim.account_id, 'activation');
    if (!isTheirs || !(await useCode(trx, claim))) return undefined;
    await setUserName(trx, claim.account_id, given.userName);
    return activate(trx, claim.account_id, hash, from);
  });
};

/** Way B (R5): uses up the code that the firm has handed over, sets user name and password, lets the client in. */
export const activateByCode = async (given: CodeActivation, from: From): Promise<Activation> => {
  const firm = await prepared(given, from);
  const claim = await claimByCode(given.code, new Date());
  const isOpen = firm.activationWay === 'code';
  if (!isOpen || claim === undefined || !(await isReferredTo(claim, given.reference)))
    return refuseActivation('code', from);
  const entry = await useClaim(claim, given, from).catch(async (error: unknown) => {
    if (error instanceof Refusal) await giveTryBack(claim);
    throw error;
  });
  if (entry === undefined) return refuseActivation('code', from);
  await forgetTries(from);
  return { entry, firstScreen: firm.firstScreen };
};

export default { activateByLink, activateByCode };
