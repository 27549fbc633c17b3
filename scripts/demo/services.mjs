import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findClamd, startClamd } from '../clamd.mjs';
import { startEicarScanner } from '../eicar-scanner.mjs';
import { freePort } from '../ports.mjs';
import { PlainError, tool } from '../processes.mjs';
import { startTwilioStandIn } from './twilio-stand-in.mjs';

const ANSWER_WITHIN_MS = 60_000;

/** Waits until `url` answers anything but a server's error. */
const answer = async (url, child, log) => {
  const deadline = Date.now() + ANSWER_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    try {
      const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
      if (status < 500) return;
    } catch {
      // Not listening yet; the deadline above ends this.
    }
    await pause(100);
  }
  throw new PlainError(`${url} does not answer; ${log} says why.`);
};

/** Services that run beside Strapi for as long as the demo does; each logs below `folder/logs`. */
export class Services {
  #children;
  #folder;
  #onEnd;
  #afterwards = [];

  constructor({ children, folder, onEnd }) {
    this.#children = children;
    this.#folder = folder;
    this.#onEnd = onEnd;
    mkdirSync(path.join(folder, 'logs'), { recursive: true });
  }

  #start(name, args, env) {
    const log = path.join(this.#folder, 'logs', `${name}.log`);
    return {
      log,
      child: this.#children.start({ name, command: process.execPath, args, env, log, onEnd: this.#onEnd }),
    };
  }

  /** A real mail server whose mails are read on a page; returns its SMTP port. */
  async mailbox(port) {
    const smtpPort = await freePort();
    const mails = path.join(this.#folder, 'mails');
    mkdirSync(mails, { recursive: true });
    const places = ['--smtp', smtpPort, '--ip', '127.0.0.1', '--web', port, '--web-ip', '127.0.0.1'];
    const args = [tool('maildev', 'bin', 'maildev'), ...places.map(String), '--mail-directory', mails];
    const { child, log } = this.#start('mailbox', args);
    await answer(`http://127.0.0.1:${port}/`, child, log);
    return smtpPort;
  }

  /** clamd where it is installed, else the stand-in; returns Strapi's settings for it and says which of them runs. */
  async scanner() {
    if (!findClamd()) {
      const server = await startEicarScanner();
      this.#afterwards.push(() => server.close());
      const settings = { CLAMD_HOST: '127.0.0.1', CLAMD_PORT: String(server.address().port) };
      return { settings, says: 'a stand-in that knows the EICAR test string alone (clamd is not installed)' };
    }
    // Not below the demo's folder, whose path may be too long for a socket.
    const folder = mkdtempSync(path.join(os.tmpdir(), 'demo-clamd-'));
    this.#afterwards.push(() => rmSync(folder, { recursive: true, force: true }));
    const socket = await startClamd(this.#children, { folder, onEnd: this.#onEnd });
    return {
      settings: { CLAMD_SOCKET: socket },
      says: 'real clamd with a small signature file (it knows the EICAR test string)',
    };
  }

  /** Text messages, which arrive in the mailbox; returns Strapi's settings for it. */
  async sms(smtpPort) {
    const server = await startTwilioStandIn(smtpPort);
    this.#afterwards.push(() => server.close());
    return {
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'of-the-demo',
      TWILIO_FROM: '+31600000000',
      TWILIO_BASE_URL: `http://127.0.0.1:${server.address().port}`,
    };
  }

  /** Strapi itself, once it answers. */
  async strapi(settings) {
    const { child, log } = this.#start(
      'strapi',
      [tool('@strapi', 'strapi', 'bin', 'strapi.js'), 'start'],
      settings,
    );
    await answer(`${settings.PUBLIC_URL}/_health`, child, log);
  }

  async stop() {
    await this.#children.stop();
    for (const end of this.#afterwards) end();
  }
}
