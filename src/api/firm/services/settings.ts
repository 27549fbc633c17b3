import { may, type Staff } from '../../../access/staff';
import {
  firmSettingsSchema,
  type FirmSettings,
  type FirmSettingsChange,
} from '../../../contract/firm-settings';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction, insertRow, type Db } from '../../../db';
import { fromRow, toRow } from '../columns';
import { MEGABYTE } from '../upload-rules';
import { settings } from '../../../settings';

type Row = Record<string, unknown> & { id: number };

const firmRow = (db: Db): Promise<Row | undefined> => db('firms').orderBy('id').first<Row | undefined>();

/**
 * What the firm has chosen, and the defaults for the rest; one query.
 * A choice that cannot be read is an error and no default: it may have been the stricter one.
 */
export const firmSettings = async (db: Db = database()): Promise<FirmSettings> =>
  firmSettingsSchema.parse(fromRow((await firmRow(db)) ?? {}));

/** Refuses who may not choose how the firm works. */
export const requireMayChange = (staff: Staff): void => {
  if (!may.changeSettings(staff)) throw refuse('not-allowed', 'The settings are for the administrator');
};

/** The settings for who may change them; nobody else needs to know how strict the firm is. */
export const firmSettingsFor = async (staff: Staff): Promise<FirmSettings> => {
  requireMayChange(staff);
  return firmSettings();
};

/** A larger limit than the installation's own would be a promise that no upload keeps. */
const requirePossible = ({ fileMegabytes = 0 }: FirmSettingsChange): void => {
  if (fileMegabytes * MEGABYTE > settings().upload.maxBytes)
    throw refuse('invalid-input', 'Over what UPLOAD_MAX_BYTES allows', { fields: ['fileMegabytes'] });
};

/** Changes the settings that are named; the others stay. They count from the next request on. */
export const changeSettings = async (staff: Staff, change: FirmSettingsChange): Promise<FirmSettings> => {
  requireMayChange(staff);
  requirePossible(change);
  return inTransaction(async (trx) => {
    const kept = await firmRow(trx);
    if (kept === undefined) await insertRow(trx, 'firms', toRow(firmSettingsSchema.parse(change)));
    else
      await trx('firms')
        .where({ id: kept.id })
        .update({ ...toRow(change), updated_at: new Date() });
    return firmSettings(trx);
  });
};

export default { firmSettings, firmSettingsFor, changeSettings };
