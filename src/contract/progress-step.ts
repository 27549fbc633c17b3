import { z } from 'zod';

export const STEP_STATES = ['waiting', 'active', 'done'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const progressStepSchema = z.strictObject({
  label: z.string(),
  state: z.enum(STEP_STATES),
});
export type ProgressStepView = z.infer<typeof progressStepSchema>;
