import { createHash } from 'node:crypto';
import { LOGO_MAX_BYTES, type Logo } from '../../../contract/firm-logo';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction, insertRow } from '../../../db';
import type { Staff } from '../../../access/staff';
import { imageType } from '../image-type';
import { requireCleanLogo } from '../scan-logo';
import { requireMayChange } from './settings';

interface LogoRow {
  /** The file, in base64. */
  content: string;
  media_type: string;
  /** Of its bytes: another logo has another address, so that browsers may keep this one. */
  version: string;
}

const addressOf = (version: string | undefined): Logo => ({
  logo: version === undefined ? null : `/api/portal/firm/logo/${version}`,
});

/** Where the firm's logo is (R12). */
export const logoAddress = async (): Promise<Logo> => {
  const row = await database()('firm_logos')
    .orderBy('id', 'desc')
    .first<Pick<LogoRow, 'version'> | undefined>('version');
  return addressOf(row?.version);
};

/** The logo of that version; refuses as missing where it is not the one that the firm has now. */
export const logo = async (version: string): Promise<{ mediaType: string; bytes: Buffer }> => {
  const row = await database()('firm_logos')
    .where({ version })
    .first<LogoRow | undefined>('content', 'media_type');
  if (row === undefined) throw refuse('not-found', 'No such logo');
  return { mediaType: row.media_type, bytes: Buffer.from(row.content, 'base64') };
};

/** Puts a logo in the place of the one before; for the administrator. */
export const setLogo = async (staff: Staff, content: string): Promise<Logo> => {
  requireMayChange(staff);
  const bytes = Buffer.from(content, 'base64');
  const mediaType = imageType(bytes);
  if (mediaType === undefined || bytes.length > LOGO_MAX_BYTES)
    throw refuse('logo-refused', `A logo of ${bytes.length} bytes, type ${String(mediaType)}`);
  await requireCleanLogo(staff, bytes);
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  await inTransaction(async (trx) => {
    await trx('firm_logos').delete();
    await insertRow(trx, 'firm_logos', { content, media_type: mediaType, version });
  });
  return addressOf(version);
};

/** From now on the firm's name stands there alone; for the administrator. */
export const removeLogo = async (staff: Staff): Promise<void> => {
  requireMayChange(staff);
  await database()('firm_logos').delete();
};

export default { logoAddress, logo, setLogo, removeLogo };
