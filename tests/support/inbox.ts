import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerEnvelope } from 'smtp-server';
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
  /** The oldest mail to `address` that was not asked for yet, waited for up to a minute. */
  next(address: string): Promise<Mail>;
  /** What arrived for `address` and was not asked for yet. */
  waiting(address: string): Mail[];
  /** Forgets every mail that was not asked for. */
  empty(): void;
  stop(): Promise<void>;
}

const DEADLINE_MS = 60_000;

const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s<>")]+/g) ?? [];

const mailOf = async (stream: SMTPServerDataStream, envelope: SMTPServerEnvelope): Promise<Mail> => {
  const { subject = '', text = '', html = '' } = await PostalMime.parse(await buffer(stream));
  return {
    to: envelope.rcptTo.map(({ address }) => address.toLowerCase()),
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    subject,
    text,
    html,
    links: linksIn(text),
  };
};

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

/** It would wait a tenth of a second for who speaks too soon: a minute or two in a run of all suites. */
SMTPConnection.prototype.init = function () {
  this._setListeners(() => this.connectionReady());
};

/** Starts a mail server on a free port of this machine. */
export const startInbox = async (): Promise<Inbox> => {
  const port = await freePort();
  const letterbox = new Letterbox();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, { envelope }, done) => {
      mailOf(stream, envelope).then((mail) => {
        letterbox.arrive(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    next: (address) => letterbox.next(address.toLowerCase()),
    waiting: (address) => letterbox.waiting(address.toLowerCase()),
    empty: () => letterbox.empty(),
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
};
