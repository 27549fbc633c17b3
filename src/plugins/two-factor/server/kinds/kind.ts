export const METHOD_KINDS = ['sms', 'totp', 'passkey'] as const;
export type MethodKind = (typeof METHOD_KINDS)[number];

/** A method as it stands in the table. */
export interface Method {
  id: string;
  kind: MethodKind;
  /** In the form of its kind, which parses it. */
  data: unknown;
  handle: string | null;
  counter: number;
  label: string;
  confirmedAt: Date | null;
  lastUsedAt: Date | null;
}

/** What was given to prove a method, in which challenge. */
export interface Proof {
  method: Method;
  subject: string;
  challenge: string;
  /** As it came from outside: the kind parses it. */
  given: unknown;
}

/**
 * One kind of second step. `judge` is called after a try was taken; where a proof could be used twice (a code of an
 * authenticator app, a passkey's counter), it takes care of that itself, in one statement.
 */
export interface Kind {
  judge(proof: Proof): Promise<boolean>;
}
