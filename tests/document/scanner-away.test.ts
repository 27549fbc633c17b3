import { refusedUploadListSchema } from '../../src/contract/document';
import type { House } from '../support';
import { PDF, startStrapi } from '../support';
import { freePort } from '../support/free-port';
import { givenCase, type Case } from '../access/case';
import { keptFiles } from './on-disk';

let house: House;
let own: Case;

beforeAll(async () => {
  const nobodyListens = String(await freePort());
  house = await startStrapi({ CLAMD_SOCKET: '', CLAMD_HOST: '127.0.0.1', CLAMD_PORT: nobodyListens });
  own = await givenCase(house);
});
afterAll(() => house.stop());

describe('while the virus scanner is away', () => {
  it('no file gets in by any door, and who sends it is told', async () => {
    const { anna, jan, dossier } = own;
    const answers = [
      await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'deed.pdf', PDF),
      await anna.portal.upload(`/dossiers/${dossier.id}/attachments`, 'deed.pdf', PDF),
      await jan.desk.upload(`/dossiers/${dossier.id}/documents?shelf=documents`, 'deed.pdf', PDF),
      await jan.desk.upload(`/dossiers/${dossier.id}/attachments`, 'deed.pdf', PDF),
    ];
    for (const answer of answers)
      expect([answer.status, answer.error.code]).toEqual([503, 'scanner-unavailable']);
    expect(await keptFiles(house)).toEqual([]);
    expect(await house.strapi.db.connection('documents').select()).toEqual([]);
    expect(await house.strapi.db.connection('notifications').where({ event: 'new-document' })).toEqual([]);
  });

  it('staff see that somebody tried', async () => {
    const { jan, anna, dossier } = own;
    await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'deed.pdf', PDF);
    const list = (await jan.desk.get(`/dossiers/${dossier.id}/refused-uploads`)).as(refusedUploadListSchema);
    expect(list.refusals[0]).toMatchObject({
      actor: anna.email,
      name: 'deed.pdf',
      reason: 'scanner-unavailable',
      signature: null,
    });
  });

  it('everything without files goes on', async () => {
    const message = { subject: 'A question', body: 'Is anybody there?' };
    const answer = await own.anna.portal.post(`/dossiers/${own.dossier.id}/messages`, message);
    expect(answer.status).toBe(201);
  });
});
