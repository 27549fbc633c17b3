import { COLOUR } from '../../../contract/firm';
import { languageSchema } from '../../../contract/common';
import type { FirmView } from '../../../contract/firm';
import { database } from '../../../db';
import { version } from '../../../../package.json';

export type Firm = FirmView;

interface FirmRow {
  name: string;
  phone: string | null;
  email: string | null;
  accent_colour: string | null;
  default_language: string | null;
}

const UNNAMED: FirmRow = {
  name: 'Aktenpoort',
  phone: null,
  email: null,
  accent_colour: null,
  default_language: null,
};
const ACCENT = '#1f4e79';

/** The firm's settings; a firm that has not filled them in yet gets the portal's own. */
export const readFirm = async (): Promise<Firm> => {
  const row = (await database()('firms').first<FirmRow | undefined>()) ?? UNNAMED;
  const colour = row.accent_colour ?? ACCENT;
  return {
    name: row.name,
    phone: row.phone,
    email: row.email,
    accentColour: COLOUR.test(colour) ? colour : ACCENT,
    defaultLanguage: languageSchema.catch('nl').parse(row.default_language),
    version,
  };
};

export default { readFirm };
