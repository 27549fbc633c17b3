/** The password of everybody whom `portal-server.mjs` knows. */
export const PASSWORD = 'Een lange zin om te onthouden 1';

/** The dossier of its client of that number. */
export const dossierOf = (client) => `d${String(client).padStart(23, '0')}`;

const asked = async (address, body, headers = {}) => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { origin: new URL(address).origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
  return answer;
};

const cookiesOf = (answer) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Signs its client of that number in; gives the cookies. */
export const signIn = async (url, client) => {
  const userName = `client${client}@client.example`;
  return cookiesOf(await asked(`${url}/api/portal/session`, { userName, password: PASSWORD }));
};

/** Who is signed in proves again who they are, as the export of their own data wants it; gives the new cookies. */
export const confirm = async (url, cookie) =>
  cookiesOf(await asked(`${url}/api/portal/account/confirmation`, { password: PASSWORD }, { cookie }));

/** Signs its administrator in at the desk; gives what each request says from then on. */
export const signInAtDesk = async (url) => {
  const answer = await asked(`${url}/admin/login`, { email: 'beheer@kantoor.example', password: PASSWORD });
  return { authorization: `Bearer ${(await answer.json()).data.token}` };
};
