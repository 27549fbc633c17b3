import { ownDataSchema, ownExportSchema, type OwnExport } from '../../src/contract/own-data';
import type { Browser, PortalClient } from '../support';
import { confirmed } from '../support/given-methods';

/** What the portal shows of the own stored data. */
export const shown = async (who: Browser) => (await who.get('/account/data')).as(ownDataSchema);

export const exported = (who: Browser) => who.post('/account/data/export');

/** What somebody takes along who has proved again who they are. */
export const taken = async (who: Pick<PortalClient, 'portal' | 'password'>): Promise<OwnExport> => {
  await confirmed(who);
  return (await exported(who.portal)).as(ownExportSchema);
};
