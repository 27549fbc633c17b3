/** Whatever can send a text message. */
export interface SmsSender {
  /**
   * `to` with country code, digits only (31612345678). Rejects with `SmsRefused` if the message was certainly not
   * taken, with another error if nobody knows whether it was.
   */
  send(message: { to: string; text: string }): Promise<{ id: string }>;
}

/** The message was not taken, and nothing will arrive. */
export class SmsRefused extends Error {
  override readonly name = 'SmsRefused';
}
