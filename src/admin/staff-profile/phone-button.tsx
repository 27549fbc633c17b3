import { TextButton } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeskDossier } from '../../contract/dossier';
import { staffPhoneSchema } from '../../contract/staff-profile';
import { useDesk } from '../api';
import { TextField } from '../ui/fields';
import { useForm } from '../ui/form';
import { FormDialog } from '../ui/form-dialog';
import { useSay } from '../words';

interface PhoneProps {
  contact: NonNullable<DeskDossier['contact']>;
  onChanged: () => void;
}

const PhoneDialog = ({ contact, onChanged, onClose }: PhoneProps & { onClose: () => void }) => {
  const say = useSay();
  const desk = useDesk();
  const { toggleNotification } = useNotification();
  const form = useForm({
    empty: { phone: contact.phone ?? '' },
    schema: staffPhoneSchema,
    input: ({ phone }) => ({ phone: phone.trim() || null }),
    send: (change) => desk.keepPhone(contact.id, change),
    onSent: () => {
      toggleNotification({ type: 'success', message: say('desk.phone.saved') });
      onClose();
      onChanged();
    },
  });
  return (
    <FormDialog
      title={say('desk.phone.title', { name: contact.name })}
      submitLabel={say('desk.phone.save')}
      form={form}
      open
      onOpenChange={onClose}
    >
      <TextField
        name="phone"
        type="tel"
        label={say('desk.phone')}
        hint={say('desk.phone.hint')}
        value={form.values.phone}
        fault={form.faultOf('phone') && say('desk.phone.invalid')}
        onChange={(phone) => form.change({ phone })}
      />
    </FormDialog>
  );
};

/** Opens the own number of a contact, for who may change it. */
export const PhoneButton = (props: PhoneProps) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <TextButton startIcon={<Pencil />} onClick={() => setOpen(true)}>
        {say('desk.phone.change')}
      </TextButton>
      {open && <PhoneDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};
