import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { House } from '../support';
import { browser, startStrapi } from '../support';
import { ROOT, read } from './project';
import type { Route } from './routes';
import { answeredBy, watchRoutes } from './routes';

/** What anybody may ask of the house. Whoever adds a line here opens the firm to the street. */
const OPEN_PORTAL: Record<string, string> = {
  'GET /api/portal/firm': 'the name above the sign-in',
  'GET /api/portal/firm/logo/:version': 'the logo above the sign-in',
  'GET /api/portal/faq': 'help with signing in',
  'GET /api/portal/news': 'what the firm has to tell everybody',
  'GET /api/portal/news/feed': 'the same, as RSS',
  'POST /api/portal/session': 'signing in',
  'GET /api/portal/session': 'who is signed in, if anybody',
  'POST /api/portal/activation': 'asking for the link of an invitation',
  'POST /api/portal/activation/opening': 'looking at an invitation',
  'POST /api/portal/activation/link': 'using up the link of an invitation',
  'POST /api/portal/activation/code': 'using up the code of an invitation',
  'POST /api/portal/password-reset': 'asking for the link of a new password',
  'POST /api/portal/password/rule': 'what a password must be, for who holds a mailed link',
  'POST /api/portal/unlock': 'using up the link about a lock',
  'POST /api/portal/password': 'using up the link of a forgotten password',
  'POST /api/portal/email': 'using up the link to another address',
  'POST /api/portal/session/passkey/challenge': 'the beginning of a sign-in by a passkey alone',
  'POST /api/portal/session/passkey': 'sign-in by a passkey alone',
};

/** What a right password opens before the second step: the second step, and setting one up where it is compulsory. */
const BEFORE_SECOND_STEP: Record<string, string> = {
  'GET /api/portal/session/second-step': 'global::sign-in',
  'POST /api/portal/session/second-step': 'global::sign-in',
  'POST /api/portal/session/second-step/sms': 'global::sign-in',
  'POST /api/portal/session/second-step/passkey': 'global::sign-in',
  'GET /api/portal/account/second-step': 'global::enrolling',
  'POST /api/portal/account/second-step/sms/number': 'global::enrolling',
  'POST /api/portal/account/second-step/sms': 'global::enrolling',
  'POST /api/portal/account/second-step/sms/confirmation': 'global::enrolling',
  'POST /api/portal/account/second-step/totp': 'global::enrolling',
  'POST /api/portal/account/second-step/totp/confirmation': 'global::enrolling',
  'POST /api/portal/account/second-step/passkey': 'global::enrolling',
  'POST /api/portal/account/second-step/passkey/confirmation': 'global::enrolling',
};

/** What Strapi leaves open for its own sign-in page and its own files. */
const OPEN_STRAPI: Record<string, string> = {
  'GET /': 'leads to the portal',
  'GET /((?!uploads/).+)': 'the files of public/, which hold no case',
  'GET /uploads/(.*)': 'public/uploads, which stays empty',
  'GET /admin/:path*': 'the files of the admin panel',
  'GET /admin/init': 'whether there is an administrator yet',
  'GET /admin/project-type': 'which edition of Strapi this is',
  'POST /admin/login': 'signing in to the admin panel',
  'POST /admin/access-token': 'a new access token, for who holds the cookie of a session',
  'POST /admin/register-admin': 'the first administrator, as long as there is none',
  'GET /admin/registration-info': 'what an invitation of staff says, for who holds its token',
  'POST /admin/register': 'using up an invitation of staff',
  'POST /admin/forgot-password': 'asking for the link of a new password of staff',
  'POST /admin/reset-password': 'using up that link',
  'GET /content-manager/preview/script': 'a script of the admin panel',
};
/** Registered with Koa itself, past Strapi's routes. */
const BESIDE_STRAPI: Record<string, string> = { 'ALL /_health': 'whether the server is up' };

const OPEN = { ...OPEN_PORTAL, ...OPEN_STRAPI };

const LIST = 'docs/doors.md';

const nameOf = ({ method, path: address }: Pick<Route, 'method' | 'path'>): string => `${method} ${address}`;

const doorOf = (route: Route): string => {
  const known = OPEN[nameOf(route)];
  if (known !== undefined) return `open: ${known}`;
  const signedIn = route.type === 'admin' ? ['signed in to the admin panel'] : [];
  return [...signedIn, ...route.doors].join(', ');
};

/** The house's own routes come first in the list: they are what readers look for. */
const isOurs = (route: Route): boolean => /^\/(api\/portal|desk)\//.test(route.path);
const rank = (route: Route): string => `${route.path} ${route.method}`;

const listOf = (routes: Route[]): string =>
  [
    '# Doors',
    '',
    'Every route of the house, of Strapi and of its plugins, and who may pass. Written by `npm run doors`.',
    '',
    '| method | path | door |',
    '|---|---|---|',
    ...routes.map(
      (route) => `| ${route.method} | \`${route.path}\` | ${doorOf(route).replaceAll('|', '\\|')} |`,
    ),
    '',
  ].join('\n');

describe('the doors of the house', () => {
  let house: House;
  let routes: Route[] = [];

  beforeAll(async () => {
    house = await startStrapi({}, (strapi) => {
      routes = watchRoutes(strapi);
    });
    routes.sort((a, b) => Number(isOurs(b)) - Number(isOurs(a)) || (rank(a) < rank(b) ? -1 : 1));
  });
  afterAll(() => house.stop());

  it('are the routes that were registered, and no others', () => {
    const registered = new Set([...routes.map(nameOf), ...Object.keys(BESIDE_STRAPI)]);
    expect(answeredBy(house.strapi).filter((name) => !registered.has(name))).toEqual([]);
  });

  it('are open only where a named reason says so', () => {
    const open = routes.filter((route) => route.isPublic).map(nameOf);
    expect(open.filter((name) => !(name in OPEN))).toEqual([]);
    expect(Object.keys(OPEN).filter((name) => !open.includes(name))).toEqual([]);
  });

  it('of the portal ask for a client who is fully signed in, or name the second step', () => {
    const portal = routes.filter(
      (route) => route.path.startsWith('/api/portal') && !(nameOf(route) in OPEN_PORTAL),
    );
    expect(portal.length).toBeGreaterThan(5);
    const doorOfPortal = (route: Route) => BEFORE_SECOND_STEP[nameOf(route)] ?? 'global::client';
    expect(portal.filter((route) => !route.doors.includes(doorOfPortal(route))).map(nameOf)).toEqual([]);
  });

  it('of the desk ask for a member of staff', () => {
    const desk = routes.filter((route) => route.path.startsWith('/desk'));
    expect(desk.length).toBeGreaterThan(5);
    const wrong = desk.filter(
      (route) => route.type !== 'admin' || route.isPublic || !route.doors.includes('global::staff'),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it('stay shut for a stranger, whoever tries them', async () => {
    const stranger = browser(house.baseUrl, '');
    const passed: string[] = [];
    for (const route of routes.filter((candidate) => !(nameOf(candidate) in OPEN))) {
      const address = route.path.replace(/:[A-Za-z]+(\([^)]*\))?\??/g, '1').replace(/\(.*?\)/g, 'x');
      const { status } = await stranger.send(route.method === 'ALL' ? 'GET' : route.method, address);
      if (![401, 403, 404, 405].includes(status)) passed.push(`${nameOf(route)} answered ${status}`);
    }
    expect(passed).toEqual([]);
  });

  it(`are all listed in ${LIST}; if this fails, the list is stale: npm run doors`, () => {
    if (process.env.WRITE_DOORS === 'true') {
      mkdirSync(path.dirname(path.join(ROOT, LIST)), { recursive: true });
      writeFileSync(path.join(ROOT, LIST), listOf(routes));
    }
    expect(read(LIST)).toBe(listOf(routes));
  });
});
