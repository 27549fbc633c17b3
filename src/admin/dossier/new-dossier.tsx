import { Button, DatePicker } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { newDossierSchema, type NewDossier } from '../../contract/dossier';
import { useDesk } from '../api';
import { FieldBox, TextField } from '../ui/fields';
import { useForm, type Form } from '../ui/form';
import { FormDialog } from '../ui/form-dialog';
import { useRegion, useSay } from '../words';
import { ClientChoice } from './client-choice';

interface TypedDossier {
  number: string;
  description: string;
  clientId: string;
  nextStep: string;
  nextStepOn: Date | undefined;
}

const EMPTY: TypedDossier = {
  number: '',
  description: '',
  clientId: '',
  nextStep: '',
  nextStepOn: undefined,
};

/** The day as the reader's calendar shows it; `toISOString` would shift it by the time zone. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');

const inputOf = ({ nextStep, nextStepOn, ...rest }: TypedDossier): NewDossier => ({
  ...rest,
  nextStep: nextStep.trim() || null,
  nextStepOn: nextStepOn ? dayOf(nextStepOn) : null,
});

const DossierFields = ({ form: { values, change, faultOf } }: { form: Form<TypedDossier> }) => {
  const say = useSay();
  const region = useRegion();
  const text = (name: 'number' | 'description' | 'nextStep') => ({
    name,
    value: values[name],
    fault: faultOf(name),
    onChange: (value: string) => change({ [name]: value }),
  });
  return (
    <>
      <TextField
        {...text('number')}
        label={say('desk.dossier.number')}
        hint={say('desk.dossier.number.hint')}
        required
      />
      <TextField
        {...text('description')}
        label={say('desk.dossier.description')}
        hint={say('desk.dossier.description.hint')}
        required
      />
      <ClientChoice
        value={values.clientId}
        fault={faultOf('clientId')}
        onChange={(clientId) => change({ clientId })}
      />
      <TextField
        {...text('nextStep')}
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

export const NewDossierButton = () => {
  const say = useSay();
  const desk = useDesk();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState(false);
  const form = useForm({
    empty: EMPTY,
    schema: newDossierSchema,
    input: inputOf,
    send: desk.createDossier,
    onSent: ({ id, description }) => {
      setOpen(false);
      toggleNotification({ type: 'success', message: say('desk.dossier.created', { description }) });
      navigate(id);
    },
  });
  return (
    <>
      <Button startIcon={<Plus />} onClick={() => setOpen(true)}>
        {say('desk.dossier.new')}
      </Button>
      <FormDialog
        title={say('desk.dossier.new')}
        submitLabel={say('desk.dossier.create')}
        form={form}
        open={open}
        onOpenChange={setOpen}
      >
        <DossierFields form={form} />
      </FormDialog>
    </>
  );
};
