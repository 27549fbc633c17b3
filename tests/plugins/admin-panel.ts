import { z } from 'zod';
import { browser, type Browser, type House } from '../support';

const signedIn = z.object({ data: z.object({ token: z.string() }) });

/** The admin panel's routes of all plugins, for a member of staff who signs in now; paths from the root. */
export const panelOf = async (house: House, who: { email: string; password: string }): Promise<Browser> => {
  const { email, password } = who;
  const answer = await browser(house.baseUrl, '/admin').post('/login', { email, password });
  return browser(house.baseUrl, '', { authorization: `Bearer ${answer.as(signedIn).data.token}` });
};
