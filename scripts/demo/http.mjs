/**
 * One who speaks to the demo's server as a browser does.
 * @param {string} url the server's address
 * @param {Record<string, string>} [always] headers of every request
 */
export const visitor = (url, always = {}) => {
  let cookie = '';
  const send = async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      body,
      headers: { origin: url, ...(cookie && { cookie }), ...always, ...headers },
    });
    const [pair] = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (pair) cookie = pair;
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return text === '' ? null : JSON.parse(text);
  };
  const sendJson = (method) => (path, body) =>
    body === undefined
      ? send(method, path)
      : send(method, path, JSON.stringify(body), { 'content-type': 'application/json' });
  return {
    get: (path) => send('GET', path),
    post: sendJson('POST'),
    put: sendJson('PUT'),
    patch: sendJson('PATCH'),
    /** A file as it is, with its name beside it. */
    upload: (path, name, content) =>
      send('POST', path, content, {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
      }),
  };
};
