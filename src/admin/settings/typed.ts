import {
  firmSettingsSchema,
  type FirmSetting,
  type FirmSettings,
  type FirmSettingsChange,
} from '../../contract/firm-settings';

/** The settings as they stand in the fields. */
export type Typed = Record<FirmSetting, string>;

const DEFAULTS = firmSettingsSchema.parse({});
export const SETTINGS = Object.keys(DEFAULTS) as FirmSetting[];

/** Words may hold spaces and commas, so each has a line of its own. */
const separatorOf = (name: FirmSetting): string => (name === 'passwordOwnWords' ? '\n' : ', ');

/** Whether a setting is a list, which needs more room. */
export const isList = (name: FirmSetting): boolean => Array.isArray(DEFAULTS[name]);

const asText = (name: FirmSetting, value: FirmSettings[FirmSetting]): string => {
  if (Array.isArray(value)) return value.join(separatorOf(name));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? '' : String(value);
};

export const typedOf = (settings: FirmSettings): Typed =>
  Object.fromEntries(SETTINGS.map((name) => [name, asText(name, settings[name])])) as Typed;

const itemsOf = (name: FirmSetting, text: string): string[] =>
  text
    .split(name === 'passwordOwnWords' ? '\n' : /[\s,;]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** What a field's text stands for; the contract says whether it may be. */
const valueOf = (name: FirmSetting, text: string): unknown => {
  const kept = DEFAULTS[name];
  if (Array.isArray(kept)) return itemsOf(name, text);
  if (typeof kept === 'boolean') return text === 'yes';
  if (text.trim() === '') return null;
  return typeof kept === 'number' ? Number(text) : text;
};

/** The settings whose fields are not as they were saved. */
export const changedIn = (typed: Typed, saved: Typed): FirmSetting[] =>
  SETTINGS.filter((name) => typed[name] !== saved[name]);

/** What is sent: the changed settings alone. The form has the contract judge it before. */
export const changeOf = (typed: Typed, saved: Typed): FirmSettingsChange =>
  Object.fromEntries(changedIn(typed, saved).map((name) => [name, valueOf(name, typed[name])]));
