import { Button } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  DOSSIER_STATUSES,
  dossierChangeSchema,
  type DeskDossier,
  type DossierChange,
  type DossierStatus,
} from '../../contract/dossier';
import { useDesk } from '../api';
import { ChoiceField, TextField } from '../ui/fields';
import { useForm } from '../ui/form';
import { FormDialog } from '../ui/form-dialog';
import { useSay } from '../words';
import { NextStepFields, nextStepOf, type TypedNextStep } from './next-step';

interface Props {
  dossier: DeskDossier;
  onChanged: () => void;
}

interface TypedChange extends TypedNextStep {
  description: string;
  status: DossierStatus;
  contactId: string;
}

const typedOf = ({ description, status, contact, nextStep, nextStepOn }: DeskDossier): TypedChange => ({
  description,
  status,
  contactId: contact?.id ?? '',
  nextStep: nextStep ?? '',
  nextStepOn: nextStepOn ?? '',
});

const changeOf = ({ description, status, contactId, ...step }: TypedChange): DossierChange => ({
  description,
  status,
  ...nextStepOf(step),
  ...(contactId && { contactId }),
});

const EditDialog = ({ dossier, onChanged, onClose }: Props & { onClose: () => void }) => {
  const say = useSay();
  const desk = useDesk();
  const { toggleNotification } = useNotification();
  const form = useForm({
    empty: typedOf(dossier),
    schema: dossierChangeSchema,
    input: changeOf,
    send: (change) => desk.changeDossier(dossier.id, change),
    onSent: () => {
      toggleNotification({ type: 'success', message: say('desk.dossier.changed') });
      onClose();
      onChanged();
    },
  });
  const { values, change, faultOf } = form;
  const { staff } = dossier;
  return (
    <FormDialog
      title={say('desk.dossier.change')}
      submitLabel={say('desk.dossier.save')}
      form={form}
      open
      onOpenChange={onClose}
    >
      <TextField
        name="description"
        label={say('desk.dossier.description')}
        hint={say('desk.dossier.description.hint')}
        value={values.description}
        fault={faultOf('description')}
        onChange={(description) => change({ description })}
        required
      />
      <ChoiceField
        name="status"
        label={say('desk.dossier.status')}
        hint={say('desk.dossier.status.hint')}
        value={values.status}
        fault={faultOf('status')}
        choices={DOSSIER_STATUSES}
        wordOf={(status) => say(`desk.status.${status}`)}
        onChange={(status) => change({ status })}
      />
      <NextStepFields form={form} />
      <ChoiceField
        name="contactId"
        label={say('desk.dossier.contact')}
        value={values.contactId}
        fault={faultOf('contactId')}
        choices={staff.map(({ id }) => id)}
        wordOf={(id) => staff.find((member) => member.id === id)?.name ?? ''}
        onChange={(contactId) => change({ contactId })}
      />
    </FormDialog>
  );
};

/** Opens what staff keep up to date of a dossier. */
export const EditDossierButton = (props: Props) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" startIcon={<Pencil />} onClick={() => setOpen(true)}>
        {say('desk.dossier.change')}
      </Button>
      {open && <EditDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};
