import { growth, median } from './measure.mjs';
import { confirm, dossierOf, signIn, signInAtDesk } from './people.mjs';
import { download, sendFile } from './transfer.mjs';

const MEGABYTES = 100;
const FILES = 10;
const GOAL = 20;

/** How many messages of 4 kB its clients have written: the second a tenth of the third. */
export const MESSAGES = '0,2500,25000';

/** V8 clears up when it likes: one round may begin just after that, and seem to grow. */
const ROUNDS = 3;

const grown = async (pid, ask) => {
  const rounds = [];
  for (let n = 0; n < ROUNDS; n += 1) rounds.push(await growth(pid, ask));
  const megabytes = median(rounds.map((round) => round.megabytes));
  return `${(rounds[0].result.size / 1_000_000).toFixed(0)} MB: memory grows by ${megabytes.toFixed(0)} MB`;
};

const tell = (what, few, many) =>
  console.log(`\n${what}; medians of ${ROUNDS} rounds\n${few}; ${many} (goal: at most ${GOAL} MB both)`);

/** What is packed is not gathered: the zip of ten documents of the firm costs no more memory than that of one. */
export const benchZip = async ({ url, server }) => {
  const [dossier, cookie, staff] = [dossierOf(2), await signIn(url, 2), await signInAtDesk(url)];
  const zip = () => download(`${url}/api/portal/dossiers/${dossier}/zip?which=all`, cookie);
  const publish = () =>
    sendFile(`${url}/desk/dossiers/${dossier}/documents?shelf=documents`, staff, MEGABYTES);
  await publish();
  await zip();
  const few = await grown(server.pid, zip);
  for (let n = 1; n < FILES; n += 1) await publish();
  tell(`Zip of 1 and of ${FILES} documents of ${MEGABYTES} MB`, few, await grown(server.pid, zip));
};

/** Judging a password takes memory of its own, and is done before. */
const confirmed = async (url, client) => {
  const cookie = await confirm(url, await signIn(url, client));
  return () => download(`${url}/api/portal/account/data/export`, cookie, 'POST');
};

/** The same for the copy of the own data, which is read a page of rows at a time. */
export const benchExport = async ({ url, server }) => {
  const [few, many] = [await confirmed(url, 2), await confirmed(url, 3)];
  await few();
  tell(
    'Copy of the own data, of few messages and of ten times as many',
    await grown(server.pid, few),
    await grown(server.pid, many),
  );
};
