import { DayField, TextField } from '../ui/fields';
import type { Form } from '../ui/form';
import { useSay } from '../words';

export interface TypedNextStep {
  nextStep: string;
  /** `2026-12-04`, or empty. */
  nextStepOn: string;
}

/** What was typed of the next step, as it is sent. */
export const nextStepOf = ({ nextStep, nextStepOn }: TypedNextStep) => ({
  nextStep: nextStep.trim() || null,
  nextStepOn: nextStepOn || null,
});

/** What comes next in a dossier, and when (B20). */
export const NextStepFields = <Values extends TypedNextStep>({ form }: { form: Form<Values> }) => {
  const { values, faultOf } = form;
  const change = (step: Partial<TypedNextStep>) => form.change(step as Partial<Values>);
  const say = useSay();
  return (
    <>
      <TextField
        name="nextStep"
        value={values.nextStep}
        fault={faultOf('nextStep')}
        onChange={(nextStep) => change({ nextStep })}
        label={say('desk.dossier.next-step')}
        hint={say('desk.dossier.next-step.hint')}
      />
      <DayField
        name="nextStepOn"
        value={values.nextStepOn}
        fault={faultOf('nextStepOn')}
        onChange={(nextStepOn) => change({ nextStepOn })}
        label={say('desk.dossier.next-step-on')}
        hint={say('desk.form.optional')}
      />
    </>
  );
};
