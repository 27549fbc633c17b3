import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** How a KMS can be: as it should, gone, without an answer, or closed to us. */
export type KmsMood = 'fair' | 'away' | 'silent' | 'denying';

/**
 * A key management service that speaks AWS KMS's own JSON over HTTP, as far as data keys need it; the real one is not to be
 * had in a test. What it gives out opens only with the same key and the same encryption context, as there.
 */
export interface Kms {
  url: string;
  mood: KmsMood;
  /** What it was asked, as `operation document dossier`. */
  asked: string[];
  stop(): Promise<void>;
}

const base64 = z.base64().transform((value) => Buffer.from(value, 'base64'));
const context = z.record(z.string(), z.string()).default({});
const questions = {
  GenerateDataKey: z.object({ KeyId: z.string(), NumberOfBytes: z.int(), EncryptionContext: context }),
  Encrypt: z.object({ KeyId: z.string(), Plaintext: base64, EncryptionContext: context }),
  Decrypt: z.object({ KeyId: z.string(), CiphertextBlob: base64, EncryptionContext: context }),
};
type Operation = keyof typeof questions;

class Fault extends Error {}

const [IV, TAG] = [12, 16];

const boundTo = (keyId: string, about: Record<string, string>): Buffer =>
  Buffer.from(JSON.stringify([keyId, Object.entries(about).sort()]));

const wrap = (master: Buffer, about: Buffer, plain: Buffer): string => {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(about);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
};

const unwrap = (master: Buffer, about: Buffer, blob: Buffer): string => {
  const decipher = createDecipheriv('aes-256-gcm', master, blob.subarray(0, IV)).setAAD(about);
  decipher.setAuthTag(blob.subarray(IV, IV + TAG));
  try {
    return Buffer.concat([decipher.update(blob.subarray(IV + TAG)), decipher.final()]).toString('base64');
  } catch {
    throw new Fault('InvalidCiphertextException');
  }
};

const ANSWERS: Record<Operation, (master: Buffer, question: unknown) => object> = {
  GenerateDataKey: (master, question) => {
    const { KeyId, NumberOfBytes, EncryptionContext } = questions.GenerateDataKey.parse(question);
    const plain = randomBytes(NumberOfBytes);
    const CiphertextBlob = wrap(master, boundTo(KeyId, EncryptionContext), plain);
    return { KeyId, Plaintext: plain.toString('base64'), CiphertextBlob };
  },
  Encrypt: (master, question) => {
    const { KeyId, Plaintext, EncryptionContext } = questions.Encrypt.parse(question);
    return { KeyId, CiphertextBlob: wrap(master, boundTo(KeyId, EncryptionContext), Plaintext) };
  },
  Decrypt: (master, question) => {
    const { KeyId, CiphertextBlob, EncryptionContext } = questions.Decrypt.parse(question);
    return { KeyId, Plaintext: unwrap(master, boundTo(KeyId, EncryptionContext), CiphertextBlob) };
  },
};

const isOperation = (name: string): name is Operation => name in questions;
const subjectSchema = z.object({
  EncryptionContext: z.object({ document: z.string(), dossier: z.string() }),
});

/** Starts a KMS that has these keys, by their ARNs. */
export const startKms = async (...arns: string[]): Promise<Kms> => {
  const masters = new Map(arns.map((arn) => [arn, randomBytes(32)]));
  const answerTo = (operation: string, question: unknown): object => {
    const { KeyId } = z.object({ KeyId: z.string() }).parse(question);
    const master = masters.get(KeyId);
    if (kms.mood === 'denying') throw new Fault('AccessDeniedException');
    if (master === undefined || !isOperation(operation)) throw new Fault('NotFoundException');
    const { document, dossier } = subjectSchema.parse(question).EncryptionContext;
    kms.asked.push(`${operation} ${document} ${dossier}`);
    return ANSWERS[operation](master, question);
  };
  const serve = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const question: unknown = JSON.parse(await text(request));
    if (kms.mood === 'silent') return;
    response.setHeader('Content-Type', 'application/x-amz-json-1.1');
    try {
      const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
      response.end(JSON.stringify(answerTo(operation, question)));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      response.writeHead(400).end(JSON.stringify({ __type: error.message, message: error.message }));
    }
  };
  const server = http.createServer((request, response) => {
    if (kms.mood === 'away') return void request.socket.destroy();
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const { port } = server.address() as AddressInfo;
  const kms: Kms = { url: `http://127.0.0.1:${port}`, mood: 'fair', asked: [], stop };
  return kms;
};
