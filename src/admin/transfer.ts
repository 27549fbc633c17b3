export interface TransferAnswer {
  status: number;
  body: unknown;
}

/** What a text says; null where it is none of ours. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A proxy's error page: the status alone tells what happened.
  }
};

export interface Asking {
  url: string;
  token: string | null;
  language: string;
}

/** What each request says. */
export const headersOf = ({ token, language }: Omit<Asking, 'url'>): Record<string, string> => ({
  'Accept-Language': language,
  ...(token && { Authorization: `Bearer ${token}` }),
});

/** Asks for a file by POST; the panel's own client reads files only where they are got. */
export const fetchFile = async (asking: Asking): Promise<TransferAnswer> => {
  const response = await fetch(asking.url, { method: 'POST', headers: headersOf(asking) });
  const body = response.ok ? await response.blob() : jsonOf(await response.text());
  return { status: response.status, body };
};

export interface Change extends Asking {
  change: unknown;
}

/** Sends a PATCH, which the panel's own client does not know. */
export const sendChange = async ({ change, ...asking }: Change): Promise<TransferAnswer> => {
  const response = await fetch(asking.url, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', ...headersOf(asking) },
    body: JSON.stringify(change),
  });
  return { status: response.status, body: jsonOf(await response.text()) };
};

interface PartAsking extends Asking {
  /** As HTTP writes it: `bytes=0-99`. */
  range: string;
  signal: AbortSignal | undefined;
}

/** Asks for a part of a file; only an answer that is a part is one. */
export const fetchPart = async ({ url, range, signal, ...who }: PartAsking): Promise<TransferAnswer> => {
  const headers = { Range: range, ...headersOf(who) };
  const response = await fetch(url, { headers, signal, cache: 'no-store' });
  const body = response.ok ? await response.arrayBuffer() : jsonOf(await response.text());
  return { status: response.status, body };
};
