import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../../scripts/ports.mjs';
import { ROOT } from '../../../scripts/processes.mjs';
import { startServer } from '../servers.mjs';
import { settings } from '../settings.mjs';

const SERVER = path.join(ROOT, 'tests/benchmarks/portal-server.mjs');
const IN_FLIGHT = 8;
const SECONDS = 5;
const ROUNDS = 5;
/** Before anything is measured: a server that has just started is slow at everything. */
const WARM_UP_SECONDS = 3;
const PASSWORD = 'een lange zin om te onthouden';
/** How often another request is asked for meanwhile, in milliseconds. */
const EVERY = 10;

const GOAL = { perSecond: 30, p99: 15, timesIdle: 3 };

const quantile = (numbers, share) => {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};
const median = (numbers) => quantile(numbers, 0.5);

const until = async (end, act) => {
  while (performance.now() < end) await act();
};

const signIn = async (url, number) => {
  const answer = await fetch(`${url}/api/portal/session`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ userName: `client${number}@client.example`, password: PASSWORD }),
  });
  if (answer.status !== 200)
    throw new Error(`A sign-in was answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
};

/** How long another request takes, asked for at its own pace, whether the last one has come back or not. */
const watch = async (url, end) => {
  const times = [];
  const asked = [];
  await until(end, async () => {
    const start = performance.now();
    asked.push(
      fetch(`${url}/api/portal/firm`)
        .then((answer) => answer.arrayBuffer())
        .then(() => times.push(performance.now() - start)),
    );
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  });
  await Promise.all(asked);
  return times;
};

/** Everybody signs in again and again, for so many seconds; gives how often, and how long others waited meanwhile. */
const crowd = async (url, seconds) => {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const people = Array.from({ length: IN_FLIGHT }, (_, n) =>
    until(end, async () => {
      await signIn(url, n + 1);
      done += 1;
    }),
  );
  const times = await watch(url, end);
  await Promise.all(people);
  return { done, times };
};

const round = async (url) => {
  const idle = await watch(url, performance.now() + SECONDS * 1000);
  const { done, times } = await crowd(url, SECONDS);
  return { perSecond: done / SECONDS, idle: quantile(idle, 0.99), busy: quantile(times, 0.99) };
};

const report = (rounds) => {
  const [perSecond, idle, busy] = ['perSecond', 'idle', 'busy'].map((what) =>
    median(rounds.map((found) => found[what])),
  );
  console.log(`\nSign-ins: ${IN_FLIGHT} at once, by argon2id; medians of ${ROUNDS} rounds of ${SECONDS} s`);
  console.log(`sign-ins a second       ${perSecond.toFixed(0)} (goal: at least ${GOAL.perSecond})`);
  console.log(
    `p99 of another request  ${busy.toFixed(1)} ms, idle ${idle.toFixed(1)} ms: ${(busy / idle).toFixed(1)} x ` +
      `(goal: at most ${GOAL.p99} ms, or ${GOAL.timesIdle} x)`,
  );
};

/** Prints how many can sign in a second, and what others notice of it. */
export const benchSignIns = async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const port = await freePort();
  const server = await startServer(
    SERVER,
    [ROOT, String(port), PASSWORD, String(IN_FLIGHT)],
    settings(folder),
  );
  try {
    const url = `http://127.0.0.1:${port}`;
    await crowd(url, WARM_UP_SECONDS);
    const rounds = [];
    for (let n = 0; n < ROUNDS; n += 1) rounds.push(await round(url));
    report(rounds);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
