import { FILE_NAME_HEADER } from '../contract/document';

export interface Transfer {
  url: string;
  file: File;
  token: string | null;
  language: string;
  /** Called with the part that has left the browser, from 0 to 1. */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}

export interface TransferAnswer {
  status: number;
  body: unknown;
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null; // A proxy's error page: the status alone tells what happened.
  }
};

/**
 * Sends one file as the raw body of a POST and reports progress, which `fetch` cannot.
 * Rejects with a `TypeError` when the line breaks and with an `AbortError` when it is stopped.
 */
export const sendFile = ({ url, file, token, language, onProgress, signal }: Transfer) =>
  new Promise<TransferAnswer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name));
    request.setRequestHeader('Accept-Language', language);
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1);
    request.onload = () => resolve({ status: request.status, body: jsonOf(request.responseText) });
    request.onerror = () => reject(new TypeError('The upload was cut off'));
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });

interface Asking {
  url: string;
  token: string | null;
  language: string;
}

const headersOf = ({ token, language }: Asking): Record<string, string> => ({
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
