import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { PlainError, program, run } from './processes.mjs';

const PROGRAMS = ['radosgw', 'radosgw-admin', 'ceph', 'ceph-mon', 'ceph-osd', 'ceph-authtool', 'monmaptool'];

/** Whether this machine can run a real S3 server: Debian's radosgw with one monitor and one store in memory. */
export const findRadosgw = () => PROGRAMS.every((name) => program(name) !== null);

const MEGABYTE = 1024 * 1024;
const READY_WITHIN_MS = 60_000;

/** @param {{ folder: string, cluster: string, monitor: string, port: number, megabytes: number }} settings */
const configuration = ({ folder, cluster, monitor, port, megabytes }) =>
  [
    '[global]',
    `fsid = ${cluster}`,
    `mon host = ${monitor}`,
    'mon initial members = a',
    `keyring = ${folder}/keyring`,
    'public network = 127.0.0.0/8',
    'cluster network = 127.0.0.0/8',
    'osd pool default size = 1',
    'osd pool default min size = 1',
    'osd pool default pg num = 1',
    'osd pool default pgp num = 1',
    'osd pool default pg autoscale mode = off',
    'osd crush chooseleaf type = 0',
    'mon allow pool size one = true',
    'mon max pg per osd = 1000',
    'mon data avail crit = 0',
    'osd objectstore = memstore',
    `memstore device bytes = ${megabytes * MEGABYTE}`,
    `mon data = ${folder}/mon`,
    `osd data = ${folder}/osd`,
    `run dir = ${folder}`,
    `crash dir = ${folder}`,
    'admin socket =',
    `log file = ${folder}/$name.log`,
    `mon cluster log file = ${folder}/cluster.log`,
    `rgw frontends = beast endpoint=127.0.0.1:${port}`,
    'rgw thread pool size = 16',
    `rgw data = ${folder}`,
    '',
  ].join('\n');

const ALL = ['--cap', 'mon', 'allow *', '--cap', 'osd', 'allow *', '--cap', 'mgr', 'allow *'];

const step = async (name, args) => {
  const { code, output } = await run(program(name), args, { quiet: true, minutes: 1 });
  if (code !== 0) throw new PlainError(`The S3 server did not start: ${name} said\n${output}`);
};

const answer = async (endpoint) => {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const found = await fetch(endpoint).catch(() => undefined);
    if (found !== undefined) return;
    await pause(100);
  }
  throw new PlainError(`The S3 server does not answer at ${endpoint}.`);
};

const makeKeys = async (keyring) => {
  await step('ceph-authtool', [
    '--create-keyring',
    keyring,
    '--gen-key',
    '-n',
    'mon.',
    '--cap',
    'mon',
    'allow *',
  ]);
  for (const name of ['client.admin', 'osd.0'])
    await step('ceph-authtool', [keyring, '--gen-key', '-n', name, ...ALL]);
};

/**
 * Starts a real S3 server in `folder`, whose objects are in memory.
 * @param {import('./children.mjs').Children} children
 * @param {{ folder: string, megabytes?: number }} options `megabytes` is how much it can hold.
 * @returns {Promise<{ endpoint: string, accessKeyId: string, secretAccessKey: string }>} once it answers.
 */
export const startRadosgw = async (children, { folder, megabytes = 1024 }) => {
  const [cluster, disk] = [randomUUID(), randomUUID()];
  const [monitorPort, port] = [await freePort(), await freePort()];
  const monitor = `[v2:127.0.0.1:${monitorPort}]`;
  const at = (name) => path.join(folder, name);
  for (const name of ['mon', 'osd']) mkdirSync(at(name), { recursive: true });
  writeFileSync(at('ceph.conf'), configuration({ folder, cluster, monitor, port, megabytes }));
  const settings = ['-c', at('ceph.conf')];
  const daemon = (name, args) =>
    children.start({
      name,
      command: program(name),
      args: [...settings, '-f', ...args],
      log: at(`${name}.out`),
    });

  await makeKeys(at('keyring'));
  await step('monmaptool', ['--create', '--fsid', cluster, '--addv', 'a', monitor, at('monmap')]);
  await step('ceph-mon', [...settings, '--mkfs', '-i', 'a', '--monmap', at('monmap')]);
  daemon('ceph-mon', ['-i', 'a']);
  await step('ceph', [...settings, 'osd', 'new', disk]);
  await step('ceph-osd', [...settings, '-i', '0', '--mkfs', '--osd-uuid', disk]);
  daemon('ceph-osd', ['-i', '0']);
  const [accessKeyId, secretAccessKey] = ['portal', randomBytes(20).toString('hex')];
  const user = ['--uid', 'portal', '--display-name', 'portal', '--access-key', accessKeyId];
  await step('radosgw-admin', [...settings, 'user', 'create', ...user, '--secret-key', secretAccessKey]);
  daemon('radosgw', ['-n', 'client.admin']);
  const endpoint = `http://127.0.0.1:${port}`;
  await answer(endpoint);
  return { endpoint, accessKeyId, secretAccessKey };
};
