import { DefaultHttpStack, type HttpResponse } from 'tus-js-client';
import { z } from 'zod';
import { PART_TYPE } from '../contract/upload';
import { LineError, type Answer, type Line } from './line';

export const answerOf = (answer: HttpResponse): Answer => ({
  status: answer.getStatus(),
  body: answer.getBody(),
  header: (name) => answer.getHeader(name) ?? null,
});

const once = async (line: Line, method: string, address: string, said: Record<string, string>) => {
  const request = new DefaultHttpStack({}).createRequest(method, address);
  for (const [name, value] of Object.entries({ ...line.headers(), ...said })) request.setHeader(name, value);
  const answer = await request.send(null).catch(() => {
    throw new LineError('unreachable');
  });
  return answerOf(answer);
};

/** Asks beside the protocol's own client; once more where a token has run out. */
const ask = async (line: Line, method: string, address: string, said: Record<string, string> = {}) => {
  const answer = await once(line, method, address, said);
  return answer.status === 401 && (await line.renew?.()) ? once(line, method, address, said) : answer;
};

/** Asks for the document of a file that has arrived: the answer to its last part was lost, or said to try again. */
export const finish = async <T>(
  line: Line,
  schema: z.ZodType<T>,
  address: string,
  size: number,
): Promise<T> => {
  const said = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': String(size), 'Content-Type': PART_TYPE };
  return line.read(schema, await ask(line, 'PATCH', address, said));
};

/** Gives an upload up; false where it is over already. */
export const cancelled = async (line: Line, address: string): Promise<boolean> => {
  const answer = await ask(line, 'DELETE', address);
  if (answer.status === 404) return false;
  line.read(z.unknown(), answer);
  return true;
};
