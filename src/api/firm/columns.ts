import { firmSettingsSchema, type FirmSetting, type FirmSettings } from '../../contract/firm-settings';

type Row = Record<string, unknown>;

const DEFAULTS = firmSettingsSchema.parse({});
const SETTINGS = Object.keys(DEFAULTS) as FirmSetting[];

const column = (name: FirmSetting): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** As the default is: a list is kept one item a line, and SQLite keeps truth as 0 and 1. */
const read = (name: FirmSetting, stored: unknown): unknown => {
  if (Array.isArray(DEFAULTS[name])) return String(stored).split('\n').filter(Boolean);
  if (typeof DEFAULTS[name] === 'boolean') return stored === true || stored === 1;
  return stored;
};

/** The settings a row holds; what was never chosen is not among them. */
export const fromRow = (row: Row): Row =>
  Object.fromEntries(
    SETTINGS.map((name) => [name, row[column(name)]] as const)
      .filter(([, stored]) => stored !== null && stored !== undefined)
      .map(([name, stored]) => [name, read(name, stored)]),
  );

export const toRow = (change: Partial<FirmSettings>): Row =>
  Object.fromEntries(
    SETTINGS.filter((name) => change[name] !== undefined).map((name) => {
      const value = change[name];
      return [column(name), Array.isArray(value) ? value.join('\n') : value];
    }),
  );
