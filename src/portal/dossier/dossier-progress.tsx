import { ChevronRight, Circle, CircleCheck, CircleDot } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { FormattedMessage } from 'react-intl';
import type { ProgressStepView, StepState } from '../../contract/progress-step';

const ICONS = { waiting: Circle, active: CircleDot, done: CircleCheck };
const TEXTS = {
  waiting: 'dossier.progress.waiting',
  active: 'dossier.progress.active',
  done: 'dossier.progress.done',
} as const satisfies Record<StepState, string>;

const Step = ({ step: { label, state } }: { step: ProgressStepView }) => {
  const Icon = ICONS[state];
  return (
    <li className="step" data-state={state}>
      <Icon aria-hidden="true" />
      <span>{label}</span>
      <span className="step-state">
        <FormattedMessage id={TEXTS[state]} />
      </span>
    </li>
  );
};

/** R53: folded, "(4/10)"; unfolded, each step with its state. */
export const DossierProgress = ({ steps }: { steps: readonly ProgressStepView[] }) => (
  <Disclosure className="progress">
    <Heading level={2} className="progress-heading">
      <Button slot="trigger" className="progress-button">
        <ChevronRight aria-hidden="true" className="progress-arrow" />
        <FormattedMessage
          id="dossier.progress.title"
          values={{ done: steps.filter(({ state }) => state === 'done').length, total: steps.length }}
        />
      </Button>
    </Heading>
    <DisclosurePanel className="progress-panel">
      {steps.length > 0 ? (
        <ol className="steps">
          {steps.map((step, place) => (
            <Step key={place} step={step} />
          ))}
        </ol>
      ) : (
        <p className="quiet-text">
          <FormattedMessage id="dossier.progress.empty" />
        </p>
      )}
    </DisclosurePanel>
  </Disclosure>
);
