import net from 'node:net';
import type { House } from '../support';
import { describeWithScanner, givenDocument, startStrapi } from '../support';
import { freePort } from '../support/free-port';
import { givenCase, write, type Case } from '../access/case';
import { keptFiles } from '../document/on-disk';
import { deliver, LATER, outbox, postpone, silenceWorker } from './outbox';

let house: House;
let own: Case;
let mailServer: MailServer;

/** The way to the real mail server, which can be closed. */
interface MailServer {
  port: number;
  down(): Promise<void>;
  up(): Promise<void>;
}

const givenMailServer = async (target: () => number): Promise<MailServer> => {
  const port = await freePort();
  const lines = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const behind = net.connect(target(), '127.0.0.1');
    for (const line of [client, behind]) {
      lines.add(line);
      line.on('error', () => line.destroy());
    }
    client.pipe(behind).pipe(client);
  });
  return {
    port,
    up: () => new Promise((resolve) => void server.listen(port, '127.0.0.1', resolve)),
    down: () =>
      new Promise((resolve) => {
        for (const line of lines) line.destroy();
        server.close(() => resolve());
      }),
  };
};

const minutesFrom = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * 60_000);
const aMessage = async () => {
  await write(own.jan.desk, own.dossier);
  await postpone(house, LATER);
};

beforeAll(async () => {
  mailServer = await givenMailServer(() => house.inbox.port);
  await mailServer.up();
  house = await startStrapi({ SMTP_PORT: String(mailServer.port) });
  own = await givenCase(house);
  await silenceWorker(house);
});
beforeEach(async () => {
  await house.strapi.db.connection('notifications').delete();
  house.inbox.empty();
});
afterAll(async () => {
  await house.stop();
  await mailServer.down();
});

describe('a mail that the mail server did not take', () => {
  it('waits, is tried again when it is due, and is then sent once', async () => {
    await aMessage();
    await mailServer.down();
    house.strapi.log.level = 'silent';
    const before = Date.now();
    expect(await deliver(house, LATER)).toBe(1);
    house.strapi.log.level = 'error';
    const [waiting] = await outbox(house);
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, sent_at: null, leased_until: null });
    expect(waiting?.due_at.getTime()).toBeGreaterThanOrEqual(before + 60_000);
    expect(waiting?.last_error).toMatch(/ECONNREFUSED/);

    await mailServer.up();
    const due = waiting?.due_at ?? LATER;
    expect(await deliver(house, minutesFrom(due, -0.5))).toBe(0);
    expect(await deliver(house, due)).toBe(1);
    await house.inbox.next(own.anna.email);
    expect(await outbox(house)).toMatchObject([{ state: 'sent', attempts: 1 }]);
    expect(await deliver(house, LATER)).toBe(0);
    expect(house.inbox.waiting(own.anna.email)).toEqual([]);
  });

  it('waits longer after each failure, and has failed in the end, which stays visible', async () => {
    await aMessage();
    await mailServer.down();
    house.strapi.log.level = 'silent';
    const waits: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      await postpone(house, LATER);
      await deliver(house, LATER);
      const [row] = await outbox(house);
      if (row?.state === 'waiting') waits.push((row.due_at.getTime() - Date.now()) / 60_000);
    }
    house.strapi.log.level = 'error';
    await mailServer.up();
    expect(waits).toHaveLength(6);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(await outbox(house)).toMatchObject([{ state: 'failed', attempts: 7 }]);
    expect(await deliver(house, LATER)).toBe(0);
  });
});

describe('a row of the outbox', () => {
  it('that another worker has under a lease is left alone until the lease has ended', async () => {
    await aMessage();
    const now = minutesFrom(LATER, 10);
    const rows = house.strapi.db.connection('notifications');
    await rows.clone().update({ leased_until: minutesFrom(now, 3) });
    expect(await deliver(house, now)).toBe(0);
    expect(await deliver(house, minutesFrom(now, 4))).toBe(1);
    await house.inbox.next(own.anna.email);
    expect(await outbox(house)).toMatchObject([{ state: 'sent', leased_until: null }]);
  });

  it('holds nothing that anybody could sign in with', async () => {
    await own.anna.portal.post('/password-reset', { email: own.anna.email });
    // A round in which nothing is due yet: the request is answered, and nothing is sent.
    await deliver(house, new Date(0));
    const links: unknown[] = await house.strapi.db.connection('mailed_links').where({ purpose: 'reset' });
    expect(links).toEqual([]);
    expect(await outbox(house)).toMatchObject([{ event: 'reset-link', state: 'waiting' }]);
  });
});

describeWithScanner('what is announced and could not be written', () => {
  it('is not announced: no row, no unread mark, no file, no mail', async () => {
    const { connection, dialect } = house.strapi.db;
    const readings = async (): Promise<unknown[]> => connection('readings').select('id');
    const before = { files: await keptFiles(house), readings: await readings() };
    const isSqlite = dialect.client === 'sqlite';
    // The very last statement of publishing fails: everything before it has to be taken back.
    await connection.raw(
      isSqlite
        ? "CREATE TRIGGER refuse BEFORE UPDATE ON dossiers BEGIN SELECT RAISE(ABORT, 'Refused'); END"
        : 'ALTER TABLE dossiers ADD CONSTRAINT refuse CHECK (id < 0) NOT VALID',
    );
    house.strapi.log.level = 'silent';
    await expect(givenDocument(own.jan, own.dossier)).rejects.toThrow(/500/);
    house.strapi.log.level = 'error';
    await connection.raw(isSqlite ? 'DROP TRIGGER refuse' : 'ALTER TABLE dossiers DROP CONSTRAINT refuse');
    expect(await outbox(house)).toEqual([]);
    expect(await connection('documents').select()).toEqual([]);
    expect({ files: await keptFiles(house), readings: await readings() }).toEqual(before);
  });
});
