import { z } from 'zod';
import { browser, type Browser, type House, type StaffMember } from '../support';

const signedIn = z.object({ data: z.object({ token: z.string() }) });

/** The admin panel's routes of all plugins, for a member of staff who signs in now; paths from the root. */
export const panelOf = async (house: House, who: { email: string; password: string }): Promise<Browser> => {
  const { email, password } = who;
  const answer = await browser(house.baseUrl, '/admin').post('/login', { email, password });
  return browser(house.baseUrl, '', { authorization: `Bearer ${answer.as(signedIn).data.token}` });
};

const users = z.object({
  data: z.object({
    results: z.array(z.object({ email: z.string(), roles: z.array(z.object({ id: z.number() })) })),
  }),
});

/** The administrator gives the role of a member of staff these rights, and no other. */
export const allow = async (
  administrator: StaffMember,
  { email }: StaffMember,
  actions: string[],
): Promise<void> => {
  const all = (await administrator.admin.get('/users?pageSize=100')).as(users).data.results;
  const role = all.find((user) => user.email === email)?.roles[0]?.id;
  const permissions = actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
  (await administrator.admin.put(`/roles/${role}/permissions`, { permissions })).as(z.unknown());
};
