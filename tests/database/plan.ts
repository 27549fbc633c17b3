import { z } from 'zod';
import type { House, Statement } from '../support';

/** What a plan can be asked for. */
export const isPlanned = ({ sql }: Statement): boolean => /^\s*(select|update|delete|with)/i.test(sql);

const stepsSchema = z.array(z.object({ detail: z.string() }));

/** SQLite: a table that is read from one end to the other, or through an index made for this one query. */
const sqliteScans = async ({ strapi }: House, { sql, bindings }: Statement): Promise<string[]> => {
  const plan = stepsSchema.parse(
    await strapi.db.connection.raw(`EXPLAIN QUERY PLAN ${sql}`, bindings as string[]),
  );
  return plan.flatMap(({ detail }) => {
    const scanned = /^SCAN (\w+)/.exec(detail)?.[1] ?? /^SEARCH (\w+) USING AUTOMATIC/.exec(detail)?.[1];
    return scanned === undefined ? [] : [scanned];
  });
};

interface Node {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  'Index Cond'?: string | undefined;
  Plans?: Node[] | undefined;
}
const nodeSchema: z.ZodType<Node> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  get Plans() {
    return z.array(nodeSchema).optional();
  },
});
const planSchema = z.object({
  rows: z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) })]),
});

const scansIn = (node: Node): string[] => {
  const table = node['Relation Name'];
  const isScan =
    node['Node Type'] === 'Seq Scan' || (/^Index.* Scan$/.test(node['Node Type']) && !node['Index Cond']);
  return [...(table !== undefined && isScan ? [table] : []), ...(node.Plans ?? []).flatMap(scansIn)];
};

/** PostgreSQL: a sequential scan, or an index that is read whole. */
const postgresScans = async ({ strapi }: House, { sql, bindings }: Statement): Promise<string[]> => {
  const answer: unknown = await strapi.db.connection.raw(
    `EXPLAIN (FORMAT JSON) ${sql}`,
    bindings as string[],
  );
  return scansIn(planSchema.parse(answer).rows[0]['QUERY PLAN'][0].Plan);
};

/** The tables that a statement reads from one end to the other, as the database itself plans it. */
export const scannedTables = (house: House, statement: Statement): Promise<string[]> =>
  house.strapi.db.dialect.client === 'sqlite'
    ? sqliteScans(house, statement)
    : postgresScans(house, statement);
