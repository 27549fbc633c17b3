import type { Account } from '../../../access/client';
import { OWN_EXPORT_FORMAT, type OwnExport } from '../../../contract/own-data';
import { twoFactor } from '../../../plugin-services';
import { firmSettings } from '../../firm/services/settings';
import { presentOwnSession } from '../../session/present-session';
import { ownSessions } from '../../session/services/own-sessions';
import { presentKept } from '../present';
import { kept } from '../services/show';
import type { ListName } from './section';

const secondStepOf = async ({ documentId }: Account): Promise<OwnExport['secondStep']> => {
  const methods = await twoFactor('methods').list(documentId);
  return methods.map(({ kind, label, confirmedAt, lastUsedAt }) => ({
    kind,
    label,
    addedAt: confirmedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
};

/** What stands before the long lists. */
export const headFor = async (account: Account): Promise<Omit<OwnExport, ListName>> => {
  const { name: firm } = await firmSettings();
  const { client, account: own } = presentKept(await kept(account));
  return {
    format: OWN_EXPORT_FORMAT,
    exportedAt: new Date().toISOString(),
    firm,
    client,
    account: own,
    secondStep: await secondStepOf(account),
    sessions: (await ownSessions(account)).map((row) => presentOwnSession(row, account)),
  };
};
