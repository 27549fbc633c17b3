import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import Database from 'better-sqlite3';
import { freePort } from '../../../scripts/ports.mjs';
import { ROOT } from '../../../scripts/processes.mjs';
import { startServer } from '../servers.mjs';
import { settings } from '../settings.mjs';
import { CLIENT, seed, TOKEN } from './seed.mjs';

const HERE = path.join(ROOT, 'tests/benchmarks/dossier-list');
const SECONDS = 6;
const ROUNDS = 3;

const COOKIE = { cookie: `aktenpoort_session=${TOKEN}` };
const CORE_REST =
  `/api/core-rest/dossiers?filters[client][id][$eq]=${CLIENT}&sort=lastActivityAt:desc&pagination[pageSize]=25` +
  '&populate[messages][fields][0]=documentId';

const load = async ({ url, headers }, connections) => {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    headers,
    connections,
    duration: SECONDS,
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`);
  return { perSecond: requests.average, p99: latency.p99 };
};

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Every one in turn, several rounds: what else the machine does hits them alike. */
const measure = async (targets) => {
  const seen = new Map(targets.map((target) => [target, { perSecond: [], p99: [] }]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const target of targets) {
      const { perSecond, p99 } = seen.get(target);
      perSecond.push((await load(target, 16)).perSecond);
      p99.push((await load(target, 4)).p99);
    }
  }
  return targets.map((target) => ({
    ...target,
    perSecond: median(seen.get(target).perSecond),
    p99: median(seen.get(target).p99),
  }));
};

/** The servers must answer the same rows, or the comparison says nothing. */
const requireSameRows = async ([limit, ...others]) => {
  const numbers = async ({ url, headers, rows }) => {
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    return rows(await answer.json())
      .map(({ number }) => number)
      .join();
  };
  const expected = await numbers(limit);
  if (expected.split(',').length !== 25) throw new Error(`Not 25 dossiers: ${expected}`);
  for (const other of others) {
    const found = await numbers(other);
    if (found !== expected) throw new Error(`${other.name} answers other rows: ${found}, not ${expected}`);
  }
};

const percent = (part, whole) => `${Math.round((100 * part) / whole)} %`;

const report = ([counted, kept, ours, core]) => {
  console.log(
    '\nThe dossier list of one client: 25 of 10,000 dossiers, with counts of all and of unread messages',
  );
  console.table(
    [counted, kept, ours, core].map(({ name, perSecond, p99 }) => ({
      server: name,
      'requests/s, 16 connections': Math.round(perSecond),
      '% of the limit': percent(perSecond, counted.perSecond),
      'p99 ms, 4 connections': p99,
    })),
  );
  console.log(`ours : limit            ${percent(ours.perSecond, counted.perSecond)} (goal: at least 50 %)`);
  console.log(
    `ours : limit, kept      ${percent(ours.perSecond, kept.perSecond)} (the limit with counters like ours)`,
  );
  console.log(
    `p99 ours : limit        ${(ours.p99 / Math.max(counted.p99, 1)).toFixed(1)} x (goal: at most 3 x; whole ms, at least 1)`,
  );
  console.log(
    `ours : core REST        ${(ours.perSecond / core.perSecond).toFixed(1)} x (goal: at least 15 x)`,
  );
};

const servers = [];
const start = async (...args) => {
  const server = await startServer(...args);
  servers.push(server);
  return server;
};

const targets = async (folder) => {
  const file = path.join(folder, 'data.db');
  const strapi = path.join(HERE, 'strapi-server.mjs');
  // The first start lays out the tables; it is stopped before they are filled.
  await (await startServer(strapi, [ROOT, String(await freePort())], settings(folder))).stop();
  const database = new Database(file);
  seed(database);
  database.close();
  const [counted, kept, ours] = [await freePort(), await freePort(), await freePort()];
  await start(path.join(HERE, 'plain-server.mjs'), [file, String(counted), 'counted']);
  await start(path.join(HERE, 'plain-server.mjs'), [file, String(kept), 'kept']);
  const { said: token } = await start(strapi, [ROOT, String(ours), 'with-token'], settings(folder));
  const at = (port, address) => `http://127.0.0.1:${port}${address}`;
  const rows = ({ dossiers }) => dossiers;
  return [
    { name: 'limit: node:http, counted', url: at(counted, '/'), headers: COOKIE, rows },
    { name: 'limit: node:http, kept counts', url: at(kept, '/'), headers: COOKIE, rows },
    { name: 'the portal', url: at(ours, '/api/portal/dossiers'), headers: COOKIE, rows },
    {
      name: 'core REST',
      url: at(ours, CORE_REST),
      headers: { authorization: `Bearer ${token}` },
      rows: ({ data }) => data,
    },
  ];
};

/** Prints how the dossier list compares with the least that could answer it, and with Strapi's own core REST. */
export const benchDossierList = async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  try {
    const found = await targets(folder);
    await requireSameRows(found);
    report(await measure(found));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
};
