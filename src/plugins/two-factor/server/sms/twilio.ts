import { Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import type { TwilioSettings } from '../config';
import { SmsRefused, type SmsSender } from './sender';

/** Sends Twilio's requests to another host; everything else of them stays. */
class RedirectedClient extends RequestClient {
  constructor(
    private readonly baseUrl: string,
    timeout: number,
  ) {
    super({ timeout });
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    const asked = new URL(options.uri);
    return super.request<T>({ ...options, uri: new URL(asked.pathname + asked.search, this.baseUrl).href });
  }
}

/** The client's own time-out begins anew with every byte: this one does not. */
const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
};

/** Nobody was there to take it. */
const NOT_REACHED = new Set<unknown>(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Twilio has said no, or was not reached. Whatever else went wrong, the message may have been taken. */
const isRefusal = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && NOT_REACHED.has(error.code)) return true;
  return 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500;
};

/** Sends through Twilio, or through whatever stands in for it at `baseUrl`. Never tries twice by itself. */
export function createTwilioSender(
  { accountSid, authToken, from, baseUrl }: TwilioSettings,
  deadlineMs: number,
): SmsSender {
  const httpClient =
    baseUrl === undefined
      ? new RequestClient({ timeout: deadlineMs })
      : new RedirectedClient(baseUrl, deadlineMs);
  const client = new Twilio(accountSid, authToken, { httpClient });
  return {
    async send({ to, text }) {
      try {
        const sending = client.messages.create({ to: `+${to}`, from, body: text });
        const { sid } = await within(deadlineMs, sending);
        return { id: sid };
      } catch (error) {
        if (!isRefusal(error)) throw error;
        throw new SmsRefused(error instanceof Error ? error.message : 'Refused', { cause: error });
      }
    },
  };
}
