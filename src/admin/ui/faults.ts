import type { z } from 'zod';
import type { ErrorCode } from '../../contract/errors';
import { Refusal } from '../refusal';
import type { Say } from '../words';

/** What is wrong, by the name of the field; of a field in a list of records `steps.0.label`. */
export type Faults = Record<string, string>;

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** What the contract has against a number or a list. */
const boundText = (issue: z.core.$ZodIssue, say: Say): string | undefined => {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return undefined;
  if (issue.origin === 'array' && issue.code === 'too_big')
    return say('desk.form.too-many', { max: Number(issue.maximum) });
  if (issue.origin !== 'number' && issue.origin !== 'int') return undefined;
  return issue.code === 'too_big'
    ? say('desk.form.at-most', { max: Number(issue.maximum) })
    : say('desk.form.at-least', { min: Number(issue.minimum) });
};

const faultText = (issue: z.core.$ZodIssue, blank: boolean, say: Say): string => {
  if (blank) return say('desk.form.missing');
  const bound = boundText(issue, say);
  if (bound !== undefined) return bound;
  if (issue.code === 'too_big') return say('desk.form.too-long', { max: Number(issue.maximum) });
  if (issue.code === 'invalid_format' && issue.format === 'email') return say('desk.form.email');
  return say('desk.form.invalid');
};

/** Names the item of a list that cannot be used. */
const itemText = ({ path }: z.core.$ZodIssue, typed: object, say: Say): string | undefined => {
  const [field, index] = path;
  if (path.length > 2) return undefined;
  const list: unknown = Object.entries(typed).find(([name]) => name === field)?.[1];
  if (!Array.isArray(list) || typeof index !== 'number') return undefined;
  return say('desk.form.item', { item: String(list[index]) });
};

/** The name of the field that is at fault: a list of words has one field, a list of records has one for each part. */
const fieldAt = (path: readonly PropertyKey[]): string =>
  (path.length > 2 ? path : path.slice(0, 1)).map(String).join('.');

const valueAt = (typed: object, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === String(key))?.[1]
        : undefined,
    typed,
  );

/** What the contract has against what was typed, in the reader's words. */
export const faultsIn = <Input extends object>(
  schema: z.ZodType<unknown, Input>,
  typed: Input,
  say: Say,
): Faults => {
  const checked = schema.safeParse(typed);
  if (checked.success) return {};
  const faults: Faults = {};
  for (const issue of checked.error.issues) {
    const blank = isBlank(valueAt(typed, issue.path));
    faults[fieldAt(issue.path)] ??= itemText(issue, typed, say) ?? faultText(issue, blank, say);
  }
  return faults;
};

/** Refusals whose sentence is about one field, and so belongs beside it. */
const FIELD_OF: Partial<Record<ErrorCode, string>> = {
  'number-taken': 'number',
  'email-taken': 'email',
  'user-name-taken': 'userName',
};

const fieldOf = (error: unknown): string | undefined =>
  error instanceof Refusal ? FIELD_OF[error.code] : undefined;

/** Whether the refusal's sentence stands at a field already. */
export const blames = (error: unknown): boolean => fieldOf(error) !== undefined;

/** What the server had against what was sent, by the name of the field. */
export const faultsOf = (error: unknown, say: Say): Faults => {
  if (!(error instanceof Refusal)) return {};
  const field = fieldOf(error);
  if (field !== undefined) return { [field]: error.message };
  // The server names an item of a list as `fileTypes.0`.
  return Object.fromEntries(error.fields.map((name) => [fieldAt(name.split('.')), say('desk.form.invalid')]));
};

/** Brings the reader to the first field that is at fault. */
export const focusFirst = (form: HTMLFormElement, faults: Faults): void => {
  const field = [...form.elements].find((element) => {
    const name = element.getAttribute('name');
    return name !== null && name in faults;
  });
  if (field instanceof HTMLElement) field.focus();
};
