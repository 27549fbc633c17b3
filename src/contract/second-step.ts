import { z } from 'zod';
import { idSchema, lineSchema, momentSchema } from './common';
import { accountViewSchema } from './session';

/** What a client can set up to be recognised by, besides the password (R24, B9). */
export const METHOD_KINDS = ['sms', 'totp', 'passkey'] as const;
export type MethodKind = (typeof METHOD_KINDS)[number];

/** What a second step can be taken with: a method of the account, or its recovery code (R25). */
export const SECOND_STEP_WAYS = [...METHOD_KINDS, 'recovery'] as const;
export type SecondStepWay = (typeof SECOND_STEP_WAYS)[number];

const signedInSchema = z.strictObject({
  state: z.literal('signed-in'),
  account: accountViewSchema,
  /** A new recovery code, told this once; null where the old one stays, or there is none. */
  recoveryCode: z.string().nullable(),
});

/** The password was right, and the second step is asked for now. */
export const secondStepSchema = z.strictObject({
  state: z.literal('second-step'),
  /** The ways open to this account, the usual one first. */
  methods: z.array(z.enum(SECOND_STEP_WAYS)),
  /** The end of the number to which a code is on its way; null where none was sent. */
  sentTo: z.string().nullable(),
});

const secondStepMissingSchema = z.strictObject({
  /** The firm asks for a second step, and the account has none yet: it is set up now, and nothing else is. */
  state: z.literal('second-step-missing'),
});

/** Where a sign-in stands. Only `signed-in` is: the others have a cookie that opens the second step alone. */
export const signInAnswerSchema = z.discriminatedUnion('state', [
  signedInSchema,
  secondStepSchema,
  secondStepMissingSchema,
]);
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

/** Where a sign-in stands that is not complete. */
export const pendingSignInSchema = z.discriminatedUnion('state', [secondStepSchema, secondStepMissingSchema]);
export type PendingSignIn = z.infer<typeof pendingSignInSchema>;

/** What a device answered through its browser, as WebAuthn writes it; plugin two-factor reads it. */
const passkeyAnswer = z.record(z.string(), z.unknown());

/** As it was typed: one that is cut is a wrong one, and no other kind of mistake. */
const codeSchema = z.string().trim().min(1).max(100);

export const secondStepProofSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('sms'), code: codeSchema }),
  z.strictObject({ method: z.literal('totp'), code: codeSchema }),
  z.strictObject({ method: z.literal('passkey'), response: passkeyAnswer }),
  z.strictObject({ method: z.literal('recovery'), code: codeSchema }),
]);
export type SecondStepProof = z.infer<typeof secondStepProofSchema>;

export const codeSentSchema = z.strictObject({ sentTo: z.string() });
export type CodeSent = z.infer<typeof codeSentSchema>;

/** What stands under "My details" about the second step. */
export const secondStepViewSchema = z.strictObject({
  /** Whether the firm lets nobody do without. */
  isCompulsory: z.boolean(),
  /** What can be set up here. */
  offered: z.array(z.enum(METHOD_KINDS)),
  methods: z.array(
    z.strictObject({
      id: idSchema,
      kind: z.enum(METHOD_KINDS),
      /** By which its owner knows it: the end of a number, the name of a device. */
      label: z.string(),
      addedAt: momentSchema,
      lastUsedAt: momentSchema.nullable(),
    }),
  ),
  recoveryCodeMadeAt: momentSchema.nullable(),
  /** Whether the firm allows a recovery code to be mailed. */
  recoveryCodeByMail: z.boolean(),
});
export type SecondStepView = z.infer<typeof secondStepViewSchema>;

export const phoneNumberSchema = z.strictObject({ number: z.string().trim().min(1).max(40) });
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

/** A number as the firm's codes are sent to it. */
export const checkedNumberSchema = z.strictObject({
  /** With country code, digits alone: `31612345678`. */
  number: z.string(),
  /** For reading: `+31 6 12345678`. */
  shown: z.string(),
});
export type CheckedNumber = z.infer<typeof checkedNumberSchema>;

export const smsBegunSchema = z.strictObject({ id: idSchema, sentTo: z.string() });
export type SmsBegun = z.infer<typeof smsBegunSchema>;

export const codeConfirmationSchema = z.strictObject({ id: idSchema, code: codeSchema });
export type CodeConfirmation = z.infer<typeof codeConfirmationSchema>;

/** What an authenticator app is given; told this once. */
export const totpBegunSchema = z.strictObject({
  id: idSchema,
  /** In base32, for typing. */
  secret: z.string(),
  /** An `otpauth:` address, for a QR code. */
  address: z.string(),
});
export type TotpBegun = z.infer<typeof totpBegunSchema>;

/** What its owner calls a passkey. */
const passkeyLabel = lineSchema(60);

export const newPasskeySchema = z.strictObject({ label: passkeyLabel, response: passkeyAnswer });
export type NewPasskey = z.infer<typeof newPasskeySchema>;

export const passkeyNameSchema = z.strictObject({ label: passkeyLabel });
export type PasskeyName = z.infer<typeof passkeyNameSchema>;

export const passkeyProofSchema = z.strictObject({ response: passkeyAnswer });
export type PasskeyProof = z.infer<typeof passkeyProofSchema>;

const credential = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()).optional(),
});

/** What a browser asks a device that is to make a passkey (WebAuthn, PublicKeyCredentialCreationOptionsJSON). */
export const passkeyToMakeSchema = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
  timeout: z.int(),
  excludeCredentials: z.array(credential),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
});
export type PasskeyToMake = z.infer<typeof passkeyToMakeSchema>;

/** What a browser asks a device that is to prove a passkey (WebAuthn, PublicKeyCredentialRequestOptionsJSON). */
export const passkeyToProveSchema = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
  allowCredentials: z.array(credential),
});
export type PasskeyToProve = z.infer<typeof passkeyToProveSchema>;

export const recoveryCodeSchema = z.strictObject({ recoveryCode: z.string() });
export type RecoveryCode = z.infer<typeof recoveryCodeSchema>;

export const recoveryCodeMailSchema = z.strictObject({ code: codeSchema });
export type RecoveryCodeMail = z.infer<typeof recoveryCodeMailSchema>;
