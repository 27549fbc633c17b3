import {
  givenPortalClient,
  portal,
  type Browser,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';

/** What suites about locks do, in one house. */
export const locking = (house: () => House, bea: () => StaffMember) => {
  const somebody = (): Browser => portal(house().baseUrl);
  const tryWith = async (who: Browser, userName: string, password: string): Promise<string> => {
    const answer = await who.post('/session', { userName, password });
    return answer.status === 200 ? 'signed in' : answer.error.code;
  };
  const tryRight = (who: Browser, anna: PortalClient) => tryWith(who, anna.email, anna.password);
  const tryWrong = (who: Browser, anna: PortalClient) => tryWith(who, anna.email, 'not the right one');
  return {
    somebody,
    tryWith,
    tryRight,
    tryWrong,
    givenAnna: (): Promise<PortalClient> => givenPortalClient(house(), bea()),
    /** Three wrong passwords. */
    lockFor: async (who: Browser, anna: PortalClient): Promise<void> => {
      for (let time = 0; time < 3; time += 1) expect(await tryWrong(who, anna)).toBe('wrong-credentials');
    },
    eventsOf: async (anna: PortalClient, event: string): Promise<unknown[]> =>
      house().strapi.db.connection('security_events').where({ label: anna.email, event }),
  };
};
