import type { Browser, House } from '../support';
import { cookieOf } from '../http/raw';

/** A download of which the first bytes have come, and nothing more was asked for; gives the way to the rest. */
export const begunDownload = async (
  house: House,
  browser: Browser,
  id: string,
): Promise<() => Promise<Buffer>> => {
  const answer = await fetch(`${house.baseUrl}/api/portal/documents/${id}/download`, {
    headers: cookieOf(browser),
  });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const parts = [(await reader.read()).value ?? new Uint8Array()];
  return async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
    return Buffer.concat(parts);
  };
};
