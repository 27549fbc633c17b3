import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A text message that was asked for. */
export interface SentSms {
  to: string;
  text: string;
  path: string | undefined;
  authorization: string | undefined;
}

const ACCOUNT = `AC${'0'.repeat(32)}`;

const read = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
};

/** Stands in for Twilio's HTTP API: keeps the messages, and answers as the test says. */
export class TwilioStandIn {
  /** What was asked of it, the oldest first. */
  readonly sent: SentSms[] = [];
  /** `hangs` takes the message and never answers. */
  mood: 'takes' | 'refuses' | 'fails' | 'hangs' = 'takes';
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await read(request);
    const { url: path, headers } = request;
    const [to, text] = [form.get('To') ?? '', form.get('Body') ?? ''];
    this.sent.push({ to, text, path, authorization: headers.authorization });
    if (this.mood === 'hangs') return;
    const status = { takes: 201, refuses: 400, fails: 500 }[this.mood];
    const body = status === 201 ? { sid: `SM${this.sent.length}` } : { code: 21211, message: 'No', status };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  /** Starts it; gives the settings by which a house sends its messages here. */
  async open(): Promise<Record<string, string>> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    return {
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: 'secret-of-the-tests',
      TWILIO_FROM: '+31600000000',
      TWILIO_BASE_URL: `http://127.0.0.1:${port}`,
      SMS_DEADLINE_MS: '1000',
    };
  }

  /** The code in the last message to this number, written 31612345678. */
  lastCode(number: string): string {
    const message = [...this.sent].reverse().find(({ to }) => to === `+${number}`);
    const code = /\b\d{6}\b/.exec(message?.text ?? '')?.[0];
    if (code === undefined) throw new Error(`No code was sent to ${number}`);
    return code;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
