import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ReceivedMail } from 'maildev/lib/mailserver';
import logger from 'maildev/lib/logger';
import mailServer from 'maildev/lib/mailserver';
import { freePort } from './free-port';

/** A mail as it arrived. */
export interface Mail {
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  /** The addresses that its text leads to, in their order. */
  links: string[];
}

/** A real mail server of the suite's own. */
export interface Inbox {
  port: number;
  /** The oldest mail to `address` that was not asked for yet, waited for up to ten seconds. */
  next(address: string): Promise<Mail>;
  /** What arrived for `address` and was not asked for yet. */
  waiting(address: string): Mail[];
  /** Forgets every mail that was not asked for. */
  empty(): void;
  stop(): Promise<void>;
}

const DEADLINE_MS = 10_000;

const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s<>")]+/g) ?? [];

const mailOf = ({ envelope, subject, text = '', html = '' }: ReceivedMail): Mail => ({
  to: envelope.to.map(({ address }) => address.toLowerCase()),
  from: envelope.from.address,
  subject,
  text,
  html,
  links: linksIn(text),
});

/** Mails in the order of their arrival, and those who wait for one. */
class Letterbox {
  #mails: Mail[] = [];
  #readers: { address: string; take: (mail: Mail) => void }[] = [];

  arrive(mail: Mail): void {
    const reader = this.#readers.find(({ address }) => mail.to.includes(address));
    if (!reader) {
      this.#mails.push(mail);
      return;
    }
    this.#readers = this.#readers.filter((other) => other !== reader);
    reader.take(mail);
  }

  waiting(address: string): Mail[] {
    return this.#mails.filter(({ to }) => to.includes(address));
  }

  empty(): void {
    this.#mails = [];
  }

  next(address: string): Promise<Mail> {
    const [mail] = this.waiting(address);
    if (mail) {
      this.#mails = this.#mails.filter((other) => other !== mail);
      return Promise.resolve(mail);
    }
    return this.#nextToCome(address);
  }

  #nextToCome(address: string): Promise<Mail> {
    return new Promise((resolve, reject) => {
      const reader = {
        address,
        take: (mail: Mail) => {
          clearTimeout(deadline);
          resolve(mail);
        },
      };
      const deadline = setTimeout(() => {
        this.#readers = this.#readers.filter((other) => other !== reader);
        const others = this.#mails.map(({ to, subject }) => `"${subject}" to ${to.join(', ')}`).join('; ');
        reject(
          new Error(`No mail to ${address} within ${DEADLINE_MS / 1000} s. Here is: ${others || 'nothing'}.`),
        );
      }, DEADLINE_MS);
      this.#readers.push(reader);
    });
  }
}

/** Starts a mail server on a free port of this machine. */
export const startInbox = async (): Promise<Inbox> => {
  const folder = mkdtempSync(path.join(process.env.TEST_FOLDER ?? os.tmpdir(), 'mail-'));
  const port = await freePort();
  const letterbox = new Letterbox();
  logger.setLevel(0);
  mailServer.create(port, '127.0.0.1', folder);
  mailServer.on('new', (mail) => letterbox.arrive(mailOf(mail)));
  await mailServer.listen();
  return {
    port,
    next: (address) => letterbox.next(address.toLowerCase()),
    waiting: (address) => letterbox.waiting(address.toLowerCase()),
    empty: () => letterbox.empty(),
    stop: async () => {
      await new Promise<void>((resolve) => mailServer.close(resolve));
      // The folder stays until the run ends: a mail that was taken last may still be on its way to the disk.
      mailServer.removeAllListeners();
    },
  };
};
