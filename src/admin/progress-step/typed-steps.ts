import type { ProgressStepView } from '../../contract/progress-step';

/** A step in the form; its key stays when its name or its place changes. */
export interface TypedStep extends ProgressStepView {
  key: number;
}

let made = 0;

export const typedStep = (label = ''): TypedStep => ({ key: (made += 1), label, state: 'waiting' });

export const typedSteps = (steps: readonly ProgressStepView[]): TypedStep[] =>
  steps.map((step) => ({ ...typedStep(), ...step }));

/** As they are sent, and as the server gives them. */
export const plainSteps = (steps: readonly TypedStep[]): ProgressStepView[] =>
  steps.map(({ label, state }) => ({ label: label.trim(), state }));

/** The list with the step of one place in another. */
export const moved = (steps: readonly TypedStep[], from: number, to: number): TypedStep[] => {
  const rest = steps.filter((_step, place) => place !== from);
  return [...rest.slice(0, to), ...steps.slice(from, from + 1), ...rest.slice(to)];
};

/** The list with another step before the one of that place. */
export const added = (steps: readonly TypedStep[], place: number, step: TypedStep): TypedStep[] => [
  ...steps.slice(0, place),
  step,
  ...steps.slice(place),
];
