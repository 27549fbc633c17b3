import type { House } from '../support';
import { startStrapi } from '../support';
import { openapi } from '../../src/contract/operations/openapi';
import { DESK_OPERATIONS } from '../../src/contract/operations/desk';
import { CLIENT_OPERATIONS, OPEN_OPERATIONS } from '../../src/contract/operations/portal';
import { ENROLLING_OPERATIONS, SIGN_IN_OPERATIONS } from '../../src/contract/operations/second-step';
import { version } from '../../package.json';
import { read } from './project';
import { watchRoutes, type Route } from './routes';

describe('the wire contract', () => {
  let house: House;
  let routes: Route[] = [];

  beforeAll(async () => {
    house = await startStrapi({}, (strapi) => {
      routes = watchRoutes(strapi);
    });
  });
  afterAll(() => house.stop());

  const registered = (prefix: string) =>
    routes
      .filter((route) => route.path.startsWith(`${prefix}/`))
      .map(({ method, path }) => `${method} ${path.slice(prefix.length)}`)
      .sort();
  const agreed = (operations: { method: string; path: string }[]) =>
    operations.map(({ method, path }) => `${method} ${path}`).sort();

  it('names every route of the portal, and no other', () => {
    const between = [...SIGN_IN_OPERATIONS, ...ENROLLING_OPERATIONS];
    expect(agreed([...OPEN_OPERATIONS, ...between, ...CLIENT_OPERATIONS])).toEqual(registered('/api/portal'));
  });

  it('names every route of the desk, and no other', () => {
    expect(agreed(DESK_OPERATIONS)).toEqual(registered('/desk'));
  });

  it('is written down in docs/openapi.json; if this fails, the file is stale: npm run openapi', () => {
    expect(JSON.parse(read('docs/openapi.json'))).toEqual(JSON.parse(JSON.stringify(openapi(version))));
  });
});
