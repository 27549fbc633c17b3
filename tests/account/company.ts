import { extraAccountSchema, type ExtraAccount, type NewAccount } from '../../src/contract/extra-account';
import type { NewClient } from '../../src/contract/client';
import { activatedSchema } from '../../src/contract/activation';
import {
  CLIENT_PASSWORD,
  givenPortalClient,
  nextNumber,
  portal,
  tokenIn,
  type Browser,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { confirmed } from '../support/given-methods';

/** Somebody who uses an extra account of a company. */
export interface Colleague {
  account: ExtraAccount;
  email: string;
  password: string;
  portal: Browser;
}

/** The main login of a company, who has just proved again who they are. */
export const givenCompany = async (
  house: House,
  by: StaffMember,
  wishes: Partial<NewClient> = {},
): Promise<PortalClient> => {
  const company = await givenPortalClient(house, by, { kind: 'company', ...wishes });
  await confirmed(company);
  return company;
};

export const newAccount = (wishes: Partial<NewAccount> = {}): NewAccount => ({
  email: `colleague${nextNumber()}@client.example`,
  language: 'en',
  ...wishes,
});

/** An extra account that was added and not yet activated; its mails are still in the inbox. */
export const givenAdded = async (
  main: PortalClient,
  wishes: Partial<NewAccount> = {},
): Promise<ExtraAccount> => (await main.portal.post('/accounts', newAccount(wishes))).as(extraAccountSchema);

/** A colleague whom the main login has added, who has activated the account by the mailed links and is signed in. */
export const givenColleague = async (house: House, main: PortalClient): Promise<Colleague> => {
  const account = await givenAdded(main);
  const { email } = account;
  await house.inbox.next(main.email);
  await house.inbox.next(email);
  const theirs = portal(house.baseUrl);
  await theirs.post('/activation', { email });
  const token = tokenIn(await house.inbox.next(email));
  (await theirs.post('/activation/link', { token, password: CLIENT_PASSWORD })).as(activatedSchema);
  await house.inbox.next(email);
  return { account, email, password: CLIENT_PASSWORD, portal: theirs };
};
