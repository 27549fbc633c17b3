import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { newDossierSchema, type NewDossier } from '../../contract/dossier';
import { useDesk } from '../api';
import { TextField } from '../ui/fields';
import { useForm, type Form } from '../ui/form';
import { FormDialog } from '../ui/form-dialog';
import { useSay } from '../words';
import { ClientChoice } from './client-choice';
import { NextStepFields, nextStepOf, type TypedNextStep } from './next-step';

interface TypedDossier extends TypedNextStep {
  number: string;
  description: string;
  clientId: string;
}

const EMPTY: TypedDossier = {
  number: '',
  description: '',
  clientId: '',
  nextStep: '',
  nextStepOn: '',
};

const inputOf = (typed: TypedDossier): NewDossier => ({ ...typed, ...nextStepOf(typed) });

const DossierFields = ({ form }: { form: Form<TypedDossier> }) => {
  const say = useSay();
  const { values, change, faultOf } = form;
  const text = (name: 'number' | 'description') => ({
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
      <NextStepFields form={form} />
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
