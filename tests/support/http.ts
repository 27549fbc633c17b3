import type { ZodType } from 'zod';
import type { ErrorBody } from '../../src/contract/errors';

/** What the server said. */
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  /** The parsed JSON; null where the answer is none. */
  json: unknown;
  /** The body by its contract; throws with status and body where it is a refusal or breaks the contract. */
  as<T>(schema: ZodType<T>): T;
  /** The refusal; throws where the answer is none. */
  error: ErrorBody['error'];
}

/** One reader of the server, who keeps cookies or a token between requests. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a file as it is, as the portal and the desk do. */
  upload(
    path: string,
    name: string,
    content: Uint8Array | string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Any request at all, for what a browser would not do. */
  send(method: string, path: string, body?: BodyInit, headers?: Record<string, string>): Promise<Answer>;
  cookies: Map<string, string>;
}

const parsed = (bytes: Buffer, type: string): unknown =>
  type.includes('json') && bytes.length > 0 ? (JSON.parse(bytes.toString('utf8')) as unknown) : null;

const isErrorBody = (json: unknown): json is ErrorBody =>
  typeof json === 'object' &&
  json !== null &&
  'error' in json &&
  typeof json.error === 'object' &&
  json.error !== null;

const answerOf = async (what: string, response: Response): Promise<Answer> => {
  const bytes = Buffer.from(await response.arrayBuffer());
  const json = parsed(bytes, response.headers.get('content-type') ?? '');
  const said = `${what} answered ${response.status}: ${bytes.toString('utf8').slice(0, 500)}`;
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    json,
    as<T>(schema: ZodType<T>): T {
      if (!response.ok) throw new Error(said);
      const read = schema.safeParse(json);
      if (!read.success)
        throw new Error(`${said}
${read.error.message}`);
      return read.data;
    },
    get error() {
      if (!isErrorBody(json)) throw new Error(`No refusal: ${said}`);
      return json.error;
    },
  };
};

const keepCookies = (cookies: Map<string, string>, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const gone = attributes.some((text) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(text));
    const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (gone || value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
};

/** A reader of `baseUrl` who sends `always` with each request; `/dossiers` is looked for below `prefix`. */
export const browser = (baseUrl: string, prefix: string, always: Record<string, string> = {}): Browser => {
  const cookies = new Map<string, string>();
  const send: Browser['send'] = async (method, path, body, headers = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(baseUrl + prefix + path, {
      method,
      redirect: 'manual',
      headers: { origin: baseUrl, ...(cookie && { cookie }), ...always, ...headers },
      ...(body !== undefined && { body }),
    });
    keepCookies(cookies, response);
    return answerOf(`${method} ${prefix}${path}`, response);
  };
  const sendJson = (method: string) => (path: string, body?: unknown, headers?: Record<string, string>) =>
    body === undefined
      ? send(method, path, undefined, headers)
      : send(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  return {
    cookies,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    post: sendJson('POST'),
    put: sendJson('PUT'),
    patch: sendJson('PATCH'),
    upload: (path, name, content, headers) =>
      send('POST', path, typeof content === 'string' ? content : new Uint8Array(content), {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
        ...headers,
      }),
  };
};

/** A client's browser: paths below `/api/portal`. */
export const portal = (baseUrl: string, headers: Record<string, string> = {}): Browser =>
  browser(baseUrl, '/api/portal', headers);
