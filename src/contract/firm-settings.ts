import { z } from 'zod';
import { emailSchema, languageSchema, lineSchema } from './common';
import { ACTIVATION_WAYS, COLOUR } from './firm';
import { ATTACHMENTS_MAX } from './message';
import { PASSWORD_PRESETS } from './password';
import { USER_NAMES } from './user-name';

/** What stands there after the first sign-in (R7). */
export const FIRST_SCREENS = ['details', 'home'] as const;
/** Whether a client may go without a second step (R24). */
export const SECOND_STEPS = ['optional', 'compulsory'] as const;
/** Where clients may upload: into a dossier, or only with a message (R67). */
export const CLIENT_UPLOADS = ['dossier', 'messages'] as const;
/** Whether an archive or document is taken into whose contents no scanner can see. */
export const ENCRYPTED_ARCHIVES = ['refuse', 'accept'] as const;

const FILE_TYPES =
  'pdf docx xlsx pptx doc xls ppt odt ods odp rtf txt csv jpg jpeg png gif webp heic heif tif tiff bmp eml msg zip xml p7m';

/** What a firm may choose, each with its default; in the database a list is kept one item a line. */
export const firmSettingsSchema = z.strictObject({
  name: lineSchema(200).default('Aktenpoort'),
  phone: lineSchema(40).nullable().default(null),
  email: emailSchema.nullable().default(null),
  accentColour: z.string().regex(COLOUR).default('#1f4e79'),
  defaultLanguage: languageSchema.default('nl'),
  activationWay: z.enum(ACTIVATION_WAYS).default('mail'),
  userNames: z.enum(USER_NAMES).default('email'),
  firstScreen: z.enum(FIRST_SCREENS).default('details'),
  passwordPreset: z.enum(PASSWORD_PRESETS).default('default'),
  /** Words of the firm that make a bad password: its name, its street, its town. */
  passwordOwnWords: z.array(lineSchema(100)).max(200).default([]),
  /** Wrong passwords that are judged before an account is locked (R22). */
  wrongPasswords: z.int().min(1).max(20).default(3),
  /** Whether a locked client may unlock by a mailed link and the second step (B7). */
  selfUnlock: z.boolean().default(true),
  secondStep: z.enum(SECOND_STEPS).default('optional'),
  /** Whether a new recovery code may be sent to the client's mail address (R25). */
  recoveryCodeByMail: z.boolean().default(false),
  /** The countries, as ISO 3166 names them, to whose numbers codes are sent (B10). */
  smsCountries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(250)
    .default(['NL', 'DE', 'BE']),
  /** Minutes without use after which a session ends (B14). */
  sessionIdleMinutes: z.int().min(5).max(240).default(30),
  /** Hours after which a session ends in any case. */
  sessionHours: z.int().min(1).max(24).default(12),
  clientUploads: z.enum(CLIENT_UPLOADS).default('dossier'),
  /** The file types that are taken, by their extensions. */
  fileTypes: z
    .array(z.string().regex(/^[a-z0-9]{1,10}$/))
    .max(200)
    .default(FILE_TYPES.split(' ')),
  encryptedArchives: z.enum(ENCRYPTED_ARCHIVES).default('refuse'),
  /** In megabytes of 1,000,000 bytes. */
  fileMegabytes: z.int().min(1).max(5000).default(200),
  filesPerMessage: z.int().min(1).max(ATTACHMENTS_MAX).default(20),
  /** In gigabytes of 1,000,000,000 bytes; all files of a dossier together. */
  dossierGigabytes: z.int().min(1).max(10_000).default(20),
  /** Days after which a published document that nobody opened stands on the firm's list. */
  unopenedDays: z.int().min(1).max(365).default(7),
});
export type FirmSettings = z.output<typeof firmSettingsSchema>;
export type FirmSetting = keyof FirmSettings;

/** A choice of some settings; what is not named stays as it is. */
export const firmSettingsChangeSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(firmSettingsSchema.shape).map(([name, setting]) => [name, setting.unwrap().optional()]),
  ) as {
    [Name in FirmSetting]: z.ZodOptional<ReturnType<(typeof firmSettingsSchema.shape)[Name]['unwrap']>>;
  },
);
export type FirmSettingsChange = z.output<typeof firmSettingsChangeSchema>;
