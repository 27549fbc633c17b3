/** Whatever can send a text message. */
export interface SmsSender {
  /** `to` with country code, digits only (31612345678); rejects if the message was not accepted. */
  send(message: { to: string; text: string }): Promise<{ id: string }>;
}
