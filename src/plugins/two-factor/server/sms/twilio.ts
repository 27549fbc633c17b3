import { Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import type { TwilioSettings } from '../config';
import type { SmsSender } from './sender';

/** Sends Twilio's requests to another host; everything else of them stays. */
class RedirectedClient extends RequestClient {
  constructor(private readonly baseUrl: string) {
    super();
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    const asked = new URL(options.uri);
    return super.request<T>({ ...options, uri: new URL(asked.pathname + asked.search, this.baseUrl).href });
  }
}

/** Sends through Twilio, or through whatever stands in for it at `baseUrl`. */
export function createTwilioSender({ accountSid, authToken, from, baseUrl }: TwilioSettings): SmsSender {
  const client = new Twilio(
    accountSid,
    authToken,
    baseUrl === undefined ? {} : { httpClient: new RedirectedClient(baseUrl) },
  );
  return {
    async send({ to, text }) {
      const { sid } = await client.messages.create({ to: `+${to}`, from, body: text });
      return { id: sid };
    },
  };
}
