import { createServer } from 'node:http';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { URLSearchParams } from 'node:url';

/** Says the lines to a mail server, each after its answer to the one before. */
const speak = async (port, lines) => {
  const socket = net.connect(port, '127.0.0.1');
  const rest = [...lines];
  try {
    for await (const answer of createInterface({ input: socket })) {
      if (!/^[23]\d\d /.test(answer)) {
        if (/^[45]/.test(answer)) throw new Error(answer);
        continue;
      }
      const line = rest.shift();
      if (line === undefined) return;
      socket.write(`${line}\r\n`);
    }
  } finally {
    socket.destroy();
  }
};

/** A text message as a mail, so that it is read on the mailbox's page without any phone. */
const asMail = (port, { to, text }) => {
  const address = `${to.replace(/\D/g, '')}@sms.example`;
  const body = text.split('\n').map((line) => (line.startsWith('.') ? `.${line}` : line));
  const head = [
    'From: SMS <sms@sms.example>',
    `To: ${address}`,
    `Subject: SMS to ${to}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return speak(port, [
    'EHLO demo',
    'MAIL FROM:<sms@sms.example>',
    `RCPT TO:<${address}>`,
    'DATA',
    [...head, '', ...body, '.'].join('\r\n'),
    'QUIT',
  ]);
};

const read = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
};

/**
 * Stands in for Twilio's HTTP API: every message goes to the demo's mailbox.
 * @param {number} smtpPort where the mailbox takes mail
 * @returns {Promise<import('node:http').Server>} listening on a free port of this machine
 */
export const startTwilioStandIn = async (smtpPort) => {
  let count = 0;
  const server = createServer(async (request, response) => {
    try {
      const form = await read(request);
      await asMail(smtpPort, { to: form.get('To') ?? '', text: form.get('Body') ?? '' });
      count += 1;
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ sid: `SM${count}`, status: 'queued' }));
    } catch (error) {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: String(error), status: 500 }));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};
