import { z } from 'zod';
import { ACTIVATION_WAYS } from '../../contract/firm';
import { LANGUAGES } from '../../contract/common';
import {
  CLIENT_UPLOADS,
  ENCRYPTED_ARCHIVES,
  FIRST_SCREENS,
  firmSettingsSchema,
  SECOND_STEPS,
  type FirmSetting,
} from '../../contract/firm-settings';
import { PASSWORD_PRESETS } from '../../contract/password';
import { USER_NAMES } from '../../contract/user-name';

export const GROUPS = [
  'firm',
  'access',
  'password',
  'lock',
  'second-step',
  'session',
  'file',
  'proof',
] as const;
export type Group = (typeof GROUPS)[number];

/** Where each setting stands, in the order of the page; the compiler asks for every one. */
const GROUP_OF: Record<FirmSetting, Group> = {
  name: 'firm',
  phone: 'firm',
  email: 'firm',
  accentColour: 'firm',
  defaultLanguage: 'firm',
  activationWay: 'access',
  userNames: 'access',
  firstScreen: 'access',
  passwordPreset: 'password',
  passwordOwnWords: 'password',
  wrongPasswords: 'lock',
  selfUnlock: 'lock',
  secondStep: 'second-step',
  recoveryCodeByMail: 'second-step',
  smsCountries: 'second-step',
  sessionIdleMinutes: 'session',
  sessionHours: 'session',
  clientUploads: 'file',
  fileTypes: 'file',
  encryptedArchives: 'file',
  fileMegabytes: 'file',
  filesPerMessage: 'file',
  dossierGigabytes: 'file',
  unopenedDays: 'proof',
};

export const settingsIn = (group: Group): FirmSetting[] =>
  (Object.keys(GROUP_OF) as FirmSetting[]).filter((name) => GROUP_OF[name] === group);

/** Switches are chosen like everything else: by words that say what each position does. */
export const SWITCH = ['yes', 'no'] as const;

/** The settings with a closed set of choices. */
export const CHOICES: Partial<Record<FirmSetting, readonly string[]>> = {
  defaultLanguage: LANGUAGES,
  activationWay: ACTIVATION_WAYS,
  userNames: USER_NAMES,
  firstScreen: FIRST_SCREENS,
  passwordPreset: PASSWORD_PRESETS,
  selfUnlock: SWITCH,
  secondStep: SECOND_STEPS,
  recoveryCodeByMail: SWITCH,
  clientUploads: CLIENT_UPLOADS,
  encryptedArchives: ENCRYPTED_ARCHIVES,
};

/** Between which numbers a setting must be, as the contract has it; nothing where it is no number. */
export const boundsOf = (name: FirmSetting): { min: number; max: number } | undefined => {
  const setting = firmSettingsSchema.shape[name].unwrap();
  if (!(setting instanceof z.ZodNumber)) return undefined;
  return { min: setting.minValue ?? 0, max: setting.maxValue ?? 0 };
};
