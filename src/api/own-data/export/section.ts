import type { Knex } from 'knex';
import type { OwnExport } from '../../../contract/own-data';
import { database, type Db } from '../../../db';

/** As many rows as are in memory at once. */
const PAGE = 200;

/** The row at which a page ended, by the two columns of its order. */
export type Place = [group: number, id: number];
export const BEGINNING: Place = [0, 0];

interface Page {
  items: object[];
  /** Where the next page begins; null at the end. */
  next: Place | null;
}

/** The lists that may be long. */
export type ListName =
  'dossiers' | 'documents' | 'unsentFiles' | 'messages' | 'remarks' | 'securityEvents' | 'mails';

/** A list of the export, read a page at a time: each costs as many queries as every other. */
export interface Section {
  name: ListName;
  page: (after: Place) => Promise<Page>;
}

interface Listed<Name extends ListName, Row> {
  name: Name;
  /** The order, by two columns: what rows stand together by, with an index, and their id. */
  by: [group: string, id: string];
  query: (db: Db) => Knex.QueryBuilder;
  present: (rows: Row[], db: Db) => Promise<OwnExport[Name]> | OwnExport[Name];
}

interface Placed {
  place_group: number;
  place_id: number;
}

export const section = <Name extends ListName, Row>({
  name,
  by,
  query,
  present,
}: Listed<Name, Row>): Section => ({
  name,
  page: async (after) => {
    const db = database();
    // The query's columns are the section's own, so these are its rows.
    const rows = (await query(db)
      .whereRaw('(??, ??) > (?, ?)', [...by, ...after])
      .orderBy(by)
      .limit(PAGE)
      .select({ place_group: by[0], place_id: by[1] })) as (Row & Placed)[];
    const last = rows.at(-1);
    const next: Place | null =
      last === undefined || rows.length < PAGE ? null : [last.place_group, last.place_id];
    return { items: rows.length === 0 ? [] : await present(rows, db), next };
  },
});
