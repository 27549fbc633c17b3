import { once } from 'node:events';
import http from 'node:http';
import { givenCase, type Case } from '../access/case';
import { givenDocument, startStrapi, type House } from '../support';
import { cookieOf } from './raw';

let house: House;
let own: Case;

beforeAll(async () => {
  house = await startStrapi();
  own = await givenCase(house);
});
afterAll(() => house.stop());

/** What was printed or logged while that happened. */
const printedBy = async (work: () => Promise<unknown>): Promise<string> => {
  const printed = jest.spyOn(console, 'error').mockReturnValue(undefined);
  const logged = jest.spyOn(house.strapi.log, 'error').mockReturnValue(house.strapi.log);
  await work();
  const said = [...printed.mock.calls, ...logged.mock.calls].flat().join('\n');
  printed.mockRestore();
  logged.mockRestore();
  return said;
};

describe('after an answer has begun', () => {
  /** More than the lines between the two can hold. */
  const LONG = Buffer.alloc(24_000_000, 'long ');

  it('a reader who leaves is no fault: nothing is printed', async () => {
    const { id } = await givenDocument(own.jan, own.dossier, { name: 'long.txt', content: LONG });
    const said = await printedBy(async () => {
      const heard = once(house.strapi.server.app, 'error');
      const address = `${house.baseUrl}/api/portal/documents/${id}/download`;
      const [answer] = (await once(
        http.get(address, { headers: cookieOf(own.anna.portal) }),
        'response',
      )) as [http.IncomingMessage];
      await once(answer, 'data');
      answer.socket.resetAndDestroy();
      await heard;
    });
    expect(said).toBe('');
  });

  it('what breaks is in the log, once', async () => {
    const said = await printedBy(() => {
      house.strapi.server.app.emit('error', new Error('The disk is gone'));
      return Promise.resolve();
    });
    expect(said.match(/The disk is gone/g)).toHaveLength(1);
  });
});
