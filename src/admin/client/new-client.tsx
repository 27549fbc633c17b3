import { Button, Grid } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { newClientSchema, type NewClient } from '../../contract/client';
import type { Language } from '../../contract/common';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { useForm } from '../ui/form';
import { FormDialog } from '../ui/form-dialog';
import { useSay } from '../words';
import { ClientFields, type TypedClient } from './client-fields';

const emptyClient = (language: Language): TypedClient => ({
  number: '',
  name: '',
  kind: 'person',
  email: '',
  phone: '',
  language,
  communication: 'portal',
});

const inputOf = (typed: TypedClient): NewClient => ({ ...typed, phone: typed.phone.trim() || null });

interface Opened {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const NewClientDialog = ({ language, open, onOpenChange }: Opened & { language: Language }) => {
  const say = useSay();
  const desk = useDesk();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const form = useForm({
    empty: emptyClient(language),
    schema: newClientSchema,
    input: inputOf,
    send: desk.createClient,
    onSent: ({ id, name }) => {
      onOpenChange(false);
      toggleNotification({ type: 'success', message: say('desk.client.created', { name }) });
      navigate(id);
    },
  });
  return (
    <FormDialog
      title={say('desk.client.new')}
      submitLabel={say('desk.client.create')}
      form={form}
      open={open}
      onOpenChange={onOpenChange}
    >
      <Grid.Root gap={5}>
        <ClientFields form={form} />
      </Grid.Root>
    </FormDialog>
  );
};

/** Most clients speak the language of their firm, so that is proposed, whatever the reader's own is. */
export const NewClientButton = () => {
  const say = useSay();
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const { data: firm } = useLoaded(useCallback(() => desk.firm(), [desk]));
  return (
    <>
      <Button startIcon={<Plus />} disabled={firm === undefined} onClick={() => setOpen(true)}>
        {say('desk.client.new')}
      </Button>
      {firm && <NewClientDialog language={firm.defaultLanguage} open={open} onOpenChange={setOpen} />}
    </>
  );
};
