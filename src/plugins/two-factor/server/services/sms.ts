import type { Core } from '@strapi/strapi';
import { configOf } from '../config';
import type { SmsSender } from '../sms/sender';
import { createTwilioSender } from '../sms/twilio';

const notConfigured: SmsSender = {
  send: () => Promise.reject(new Error('No SMS service is configured')),
};

/** The configured way to send text messages. */
export function createSms({ strapi }: { strapi: Core.Strapi }): SmsSender {
  const { twilio } = configOf(strapi);
  return twilio ? createTwilioSender(twilio) : notConfigured;
}
