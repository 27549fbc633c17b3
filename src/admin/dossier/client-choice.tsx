import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { FieldBox } from '../ui/fields';
import { useSay } from '../words';

const PAUSE_MS = 250;

interface ClientChoiceProps {
  value: string;
  fault: string | undefined;
  onChange: (clientId: string) => void;
}

/** A client, found on the server while one types a name or number. */
export const ClientChoice = ({ value, fault, onChange }: ClientChoiceProps) => {
  const say = useSay();
  const desk = useDesk();
  const [text, setText] = useState('');
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const settled = useDebounce(typed, PAUSE_MS);
  const clients = useLoaded(useCallback(() => desk.clients(settled), [desk, settled]));
  const clear = () => {
    setText('');
    setTyped('');
    onChange('');
  };
  return (
    <FieldBox
      name="clientId"
      label={say('desk.dossier.client')}
      hint={say('desk.dossier.client.hint')}
      fault={fault ?? clients.failure ?? undefined}
      required
    >
      <Combobox
        // The server has already searched; the list must not be narrowed a second time by its own rule.
        autocomplete="none"
        value={value}
        textValue={text}
        onTextValueChange={(next) => setText(next)}
        open={open}
        onOpenChange={setOpen}
        onInputChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true); // Pasting opens the list as typing does.
        }}
        onChange={(chosen) => onChange(chosen)}
        onClear={clear}
        clearLabel={say('desk.search.clear')}
        placeholder={say('desk.dossier.client.placeholder')}
        loading={clients.data === undefined && !clients.failure}
        loadingMessage={say('desk.loading')}
        noOptionsMessage={() => say('desk.clients.none-found')}
      >
        {(clients.data ?? []).map(({ id, name, number }) => (
          <ComboboxOption key={id} value={id} textValue={name}>
            {say('desk.dossier.client.option', { name, number })}
          </ComboboxOption>
        ))}
      </Combobox>
    </FieldBox>
  );
};
