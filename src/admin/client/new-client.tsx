import { Button, Grid } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { newClientSchema, type NewClient } from '../../contract/client';
import { LANGUAGES } from '../../contract/common';
import { useDesk } from '../api';
import { useForm } from '../ui/form';
import { FormDialog } from '../ui/form-dialog';
import { useSay } from '../words';
import { ClientFields, type TypedClient } from './client-fields';

/** Most clients speak the language of their firm, so the reader's own is proposed. */
const emptyClient = (locale: string): TypedClient => ({
  number: '',
  name: '',
  kind: 'person',
  email: '',
  phone: '',
  language: LANGUAGES.find((language) => language === locale) ?? 'nl',
  communication: 'portal',
});

const inputOf = (typed: TypedClient): NewClient => ({ ...typed, phone: typed.phone.trim() || null });

export const NewClientButton = () => {
  const say = useSay();
  const desk = useDesk();
  const navigate = useNavigate();
  const { locale } = useIntl();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = useState(false);
  const form = useForm({
    empty: emptyClient(locale),
    schema: newClientSchema,
    input: inputOf,
    send: desk.createClient,
    onSent: ({ id, name }) => {
      setOpen(false);
      toggleNotification({ type: 'success', message: say('desk.client.created', { name }) });
      navigate(id);
    },
  });
  return (
    <>
      <Button startIcon={<Plus />} onClick={() => setOpen(true)}>
        {say('desk.client.new')}
      </Button>
      <FormDialog
        title={say('desk.client.new')}
        submitLabel={say('desk.client.create')}
        form={form}
        open={open}
        onOpenChange={setOpen}
      >
        <Grid.Root gap={5}>
          <ClientFields form={form} />
        </Grid.Root>
      </FormDialog>
    </>
  );
};
