import { hash, randomBytes } from 'node:crypto';

/** 256 bits of chance, as 43 characters that need no escaping in a cookie or an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token: whoever reads the database cannot sign in with it. */
export const hashToken = (token: string): string => hash('sha256', token, 'hex');
