import type { Context } from 'koa';
import type { z } from 'zod';
import { refuse } from '../contract/refuse';

const parse = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')],
  );
  throw refuse('invalid-input', `Refused input: ${fields.join(', ')}`, { fields: [...new Set(fields)] });
};

/** The JSON body by its contract; unknown fields are refused. */
export const body = <Schema extends z.ZodType>(ctx: Context, schema: Schema): z.output<Schema> => {
  const { state } = ctx;
  if (state.json === undefined) throw refuse('unsupported-type', 'A JSON body is expected here');
  return parse(schema, state.json);
};

/** The same where a request may do without a body: nothing said is nothing wished. */
export const bodyIfAny = <Schema extends z.ZodType>(ctx: Context, schema: Schema): z.output<Schema> =>
  parse(schema, ctx.state.json ?? {});

/** The query string by its contract. */
export const query = <Schema extends z.ZodType>(ctx: Context, schema: Schema): z.output<Schema> =>
  parse(schema, Object.fromEntries(new URLSearchParams(ctx.querystring)));
