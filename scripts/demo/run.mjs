import { readFileSync } from 'node:fs';
import { buildAll } from '../build.mjs';
import { Children } from '../children.mjs';
import { requireFree } from '../ports.mjs';
import { setup } from '../setup.mjs';
import { beginAnew, isComplete, markComplete } from './data.mjs';
import { demoOptions } from './options.mjs';
import { SIGN_INS, seed } from './seed.mjs';
import { Services } from './services.mjs';
import { demoSettings } from './settings.mjs';

const welcome = ({ url, mailbox, scanner, folder, anew }) => `
The demo is running.

  Portal (clients)   ${url}/portal
  Desk (staff)       ${url}/admin
  Mailbox            ${mailbox} (mails, and text messages as mails)

${SIGN_INS.map(({ who, email, password }) => `  ${who.padEnd(18)} ${email.padEnd(24)} ${password}`).join('\n')}

  Virus scanner      ${scanner}
  Kept in            ${folder} (begin anew: ${anew})

Ctrl-C ends it.`;

const start = async (services, options) => {
  const smtpPort = await services.mailbox(options.mailboxPort);
  const scanner = await services.scanner();
  const sms = await services.sms(smtpPort);
  const settings = demoSettings({ ...options, smtpPort, scanner: scanner.settings, sms });
  await services.strapi(settings);
  const [url, mailbox] = [settings.PUBLIC_URL, `http://127.0.0.1:${options.mailboxPort}`];
  if (!isComplete(options.folder)) {
    console.log('Filling the demo …');
    await seed({ url, mailbox });
    markComplete(options.folder);
  }
  console.log(welcome({ url, mailbox, scanner: scanner.says, folder: options.folder, anew: options.anew }));
};

const endOf = (log) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');

/** Resolves when a person ends the demo (0) or a part of it dies (1). */
const theEnd = () => {
  let dies;
  const ended = new Promise((resolve) => {
    dies = (name, log) => {
      console.error(`The demo ends, because ${name} stopped by itself. The end of ${log}:\n\n${endOf(log)}`);
      resolve(1);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(0));
  });
  return { ended, dies };
};

/**
 * A firm with its portal, desk, mailbox and scanner on this machine, until somebody ends it.
 * @param {string[]} args the command line
 * @returns {Promise<number>} the exit code
 */
export const demo = async (args) => {
  const options = demoOptions(args);
  await requireFree(options.port, '--port');
  await requireFree(options.mailboxPort, '--mailbox-port');
  await setup();
  await buildAll();
  if (options.fresh || !isComplete(options.folder)) beginAnew(options.folder);
  const { ended, dies } = theEnd();
  const children = new Children();
  process.on('exit', () => children.kill());
  const services = new Services({ children, folder: options.folder, onEnd: dies });
  console.log('Starting …');
  try {
    return await Promise.race([ended, start(services, options).then(() => ended)]);
  } finally {
    await services.stop();
  }
};
