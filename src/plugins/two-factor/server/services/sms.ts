import type { Core } from '@strapi/strapi';
import { configOf } from '../config';
import { SmsRefused, type SmsSender } from '../sms/sender';
import { createTwilioSender } from '../sms/twilio';

/** A way to send text messages, and whether there is one. */
export interface Sms extends SmsSender {
  isConfigured: boolean;
}

/** The configured way to send text messages. */
export function createSms({ strapi }: { strapi: Core.Strapi }): Sms {
  const { twilio, smsDeadlineMs } = configOf(strapi);
  if (twilio) return { ...createTwilioSender(twilio, smsDeadlineMs), isConfigured: true };
  const send = () => Promise.reject(new SmsRefused('No SMS service is configured'));
  return { send, isConfigured: false };
}
