import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Children } from '../../../scripts/children.mjs';
import { findClamd, startClamd } from '../../../scripts/clamd.mjs';
import { freePort } from '../../../scripts/ports.mjs';
import { ROOT } from '../../../scripts/processes.mjs';
import { startServer } from '../servers.mjs';
import { settings } from '../settings.mjs';
import { benchExport, benchZip, MESSAGES } from './long.mjs';
import { growth, median } from './measure.mjs';
import { dossierOf, PASSWORD, signIn } from './people.mjs';
import { download, file, firstByte, scanAlone, upload } from './transfer.mjs';

const HERE = path.join(ROOT, 'tests/benchmarks/documents');
const PORTAL = path.join(ROOT, 'tests/benchmarks/portal-server.mjs');
const MEGABYTES = 100;
const LARGE = 1000;
const ROUNDS = 5;
/** A first byte is some milliseconds: five of them say more of the machine than of the portal. */
const BEGINNINGS = 25;

const UPLOAD_GOAL = { times: 1.4, growth: 32 };
const DOWNLOAD_GOAL = { share: 0.5, later: 10, growth: 20 };

const startPortal = async (folder, socket) => {
  const port = await freePort();
  const env = {
    ...settings(folder),
    UPLOAD_MAX_BYTES: String(1200 * 1_000_000),
    CLAMD_SOCKET: socket,
    CLAMD_CHECK_LIMITS: 'false',
  };
  const server = await startServer(PORTAL, [ROOT, String(port), PASSWORD, '3', MESSAGES], env);
  const url = `http://127.0.0.1:${port}`;
  return { server, url, cookie: await signIn(url, 1), dossier: dossierOf(1) };
};

const benchUpload = async (portal, socket) => {
  await upload(portal, MEGABYTES);
  const grown = [];
  for (const size of [MEGABYTES, LARGE])
    grown.push((await growth(portal.server.pid, () => upload(portal, size))).megabytes);
  const seen = { alone: [], ours: [] };
  for (let n = 0; n < ROUNDS; n += 1) {
    seen.alone.push(await scanAlone(socket, MEGABYTES));
    seen.ours.push((await upload(portal, MEGABYTES)).milliseconds);
  }
  const [alone, ours] = [median(seen.alone), median(seen.ours)];
  console.log(`\nUpload of ${MEGABYTES} MB, scanned and sealed; medians of ${ROUNDS} rounds`);
  console.log(
    `clamd alone ${alone.toFixed(0)} ms, the portal ${ours.toFixed(0)} ms: ${(ours / alone).toFixed(2)} x (goal: at most ${UPLOAD_GOAL.times} x)`,
  );
  console.log(
    `memory grows by ${grown[0].toFixed(0)} MB, at ${LARGE} MB by ${grown[1].toFixed(0)} MB (goal: at most ${UPLOAD_GOAL.growth} MB both)`,
  );
};

const benchDownload = async (portal, plainUrl) => {
  const { id } = await upload(portal, MEGABYTES);
  const url = `${portal.url}/api/portal/documents/${id}/download`;
  await download(url, portal.cookie);
  const seen = { plain: [], ours: [] };
  for (let n = 0; n < ROUNDS; n += 1) {
    seen.plain.push((await download(plainUrl)).perSecond);
    seen.ours.push((await download(url, portal.cookie)).perSecond);
  }
  const { megabytes } = await growth(portal.server.pid, () => download(url, portal.cookie));
  const first = { plain: [], ours: [] };
  for (let n = 0; n < BEGINNINGS; n += 1) {
    first.plain.push(await firstByte(plainUrl));
    first.ours.push(await firstByte(url, portal.cookie));
  }
  const [plain, ours] = [median(seen.plain), median(seen.ours)];
  console.log(`\nDownload of ${MEGABYTES} MB, opened frame by frame; medians of ${ROUNDS} rounds`);
  console.log(
    `a node stream of the plain file ${plain.toFixed(0)} MB/s, the portal ${ours.toFixed(0)} MB/s: ` +
      `${((100 * ours) / plain).toFixed(0)} % (goal: at least ${100 * DOWNLOAD_GOAL.share} %)`,
  );
  console.log(
    `first byte, median of ${BEGINNINGS}, after ${median(first.plain).toFixed(1)} and ${median(first.ours).toFixed(1)} ms ` +
      `(goal: at most ${DOWNLOAD_GOAL.later} ms later); ` +
      `memory grows by ${megabytes.toFixed(0)} MB (goal: at most ${DOWNLOAD_GOAL.growth} MB)`,
  );
};

const benchBoth = async (folder, children) => {
  const socket = await startClamd(children, { folder, megabytes: 1200 });
  const portal = await startPortal(folder, socket);
  const plainFile = path.join(folder, 'plain');
  writeFileSync(plainFile, Buffer.concat([...file(MEGABYTES)]));
  const port = await freePort();
  const plain = await startServer(path.join(HERE, 'plain-server.mjs'), [plainFile, String(port)]);
  try {
    await benchUpload(portal, socket);
    await benchDownload(portal, `http://127.0.0.1:${port}/`);
    await benchZip(portal);
    await benchExport(portal);
  } finally {
    await Promise.all([portal.server.stop(), plain.stop()]);
  }
};

/** Prints what scanning, sealing and opening cost beside clamd and a plain stream. */
export const benchDocuments = async () => {
  if (findClamd() === null) return console.log('\nDocuments: left out, there is no clamd on this machine.');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const children = new Children();
  try {
    await benchBoth(folder, children);
  } finally {
    await children.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
