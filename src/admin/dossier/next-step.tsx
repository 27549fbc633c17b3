import { DatePicker } from '@strapi/design-system';
import { FieldBox, TextField } from '../ui/fields';
import type { Form } from '../ui/form';
import { useRegion, useSay } from '../words';

export interface TypedNextStep {
  nextStep: string;
  nextStepOn: Date | undefined;
}

/** The day as the reader's calendar shows it; `toISOString` would shift it by the time zone. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');

/** What was typed of the next step, as it is sent. */
export const nextStepOf = ({ nextStep, nextStepOn }: TypedNextStep) => ({
  nextStep: nextStep.trim() || null,
  nextStepOn: nextStepOn ? dayOf(nextStepOn) : null,
});

/** What comes next in a dossier, and when (B20). */
export const NextStepFields = <Values extends TypedNextStep>({ form }: { form: Form<Values> }) => {
  const { values, faultOf } = form;
  const change = (step: Partial<TypedNextStep>) => form.change(step as Partial<Values>);
  const say = useSay();
  const region = useRegion();
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
      <FieldBox
        name="nextStepOn"
        label={say('desk.dossier.next-step-on')}
        hint={say('desk.form.optional')}
        fault={faultOf('nextStepOn')}
      >
        <DatePicker
          locale={region}
          value={values.nextStepOn}
          onChange={(nextStepOn) => change({ nextStepOn })}
          onClear={() => change({ nextStepOn: undefined })}
          clearLabel={say('desk.search.clear')}
          calendarLabel={say('desk.dossier.next-step-on')}
          monthSelectLabel={say('desk.calendar.month')}
          yearSelectLabel={say('desk.calendar.year')}
        />
      </FieldBox>
    </>
  );
};
