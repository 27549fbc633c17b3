import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const SECRETS = path.resolve(__dirname, '../.out/demo/secrets.json');
const secretsSchema = z.object({ ADMIN_JWT_SECRET: z.string() });

const base64 = (text: string): string => Buffer.from(text).toString('base64url');

/** The same token of the panel as the demo itself would give it, but valid until so many seconds from now. */
export const tokenUntil = (token: string, seconds: number): string => {
  const secret = secretsSchema.parse(JSON.parse(readFileSync(SECRETS, 'utf8'))).ADMIN_JWT_SECRET;
  const [head = '', body = ''] = token.split('.');
  const says = z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  const exp = Math.floor(Date.now() / 1000) + seconds;
  const signed = `${head}.${base64(JSON.stringify({ ...says, exp }))}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};
