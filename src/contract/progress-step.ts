import { z } from 'zod';
import { lineSchema } from './common';

export const STEP_STATES = ['waiting', 'active', 'done'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const progressStepSchema = z.strictObject({
  label: z.string(),
  state: z.enum(STEP_STATES),
});
export type ProgressStepView = z.infer<typeof progressStepSchema>;

/** Whether nothing of a list has changed: no step, no state, no place. */
export const isSameList = (list: ProgressStepView[], other: ProgressStepView[]): boolean =>
  list.length === other.length &&
  list.every(({ label, state }, place) => label === other[place]?.label && state === other[place].state);

/** More than anybody follows from the first to the last. */
export const STEPS_MAX = 50;

export const writtenStepsSchema = z
  .array(z.strictObject({ label: lineSchema(200), state: z.enum(STEP_STATES) }))
  .max(STEPS_MAX);

/**
 * The list as it is to be, in its order, and as whoever keeps it has seen it before: what somebody else has changed
 * meanwhile is not written over.
 */
export const progressChangeSchema = z.strictObject({
  steps: writtenStepsSchema,
  seen: z.array(progressStepSchema),
});
export type ProgressChange = z.infer<typeof progressChangeSchema>;

export const progressListSchema = z.strictObject({ steps: z.array(progressStepSchema) });
export type ProgressList = z.infer<typeof progressListSchema>;
