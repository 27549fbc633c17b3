import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTwilioSender } from '../../../src/plugins/two-factor/server/sms/twilio';

/** Stands in for Twilio: keeps what it was sent and answers with what the test says. */
class Stand {
  readonly asked: { path: string | undefined; authorization: string | undefined; form: URLSearchParams }[] =
    [];
  private readonly server: Server;

  constructor(status: number, answer: object) {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const form = new URLSearchParams(Buffer.concat(parts).toString());
        this.asked.push({ path: request.url, authorization: request.headers.authorization, form });
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  close = () => new Promise((resolve) => this.server.close(resolve));
}

const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'secret', from: 'Kantoor' };

describe('a text message', () => {
  let stand: Stand;
  afterEach(() => stand.close());

  it('goes through Twilio with number, sender and words', async () => {
    stand = new Stand(201, { sid: 'SM1' });
    const sender = createTwilioSender({ ...account, baseUrl: await stand.open() });
    expect(await sender.send({ to: '31612345678', text: 'Your code is 123456' })).toEqual({ id: 'SM1' });
    const [request] = stand.asked;
    expect(request?.path).toBe(`/2010-04-01/Accounts/${account.accountSid}/Messages.json`);
    expect(request?.authorization).toMatch(/^Basic /);
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      To: '+31612345678',
      From: 'Kantoor',
      Body: 'Your code is 123456',
    });
  });

  it('is an error when it is not accepted', async () => {
    stand = new Stand(400, { code: 21211, message: 'Invalid number', status: 400 });
    const sender = createTwilioSender({ ...account, baseUrl: await stand.open() });
    await expect(sender.send({ to: '1', text: 'x' })).rejects.toThrow(/Invalid number/);
  });
});
