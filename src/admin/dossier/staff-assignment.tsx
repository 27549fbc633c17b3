import { Box, Checkbox, Flex, TextButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { assignmentSchema, type DeskDossier, type StaffMember } from '../../contract/dossier';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { useForm } from '../ui/form';
import { FormDialog } from '../ui/form-dialog';
import { LoadedView } from '../ui/loaded-view';
import { useSay } from '../words';

interface StaffProps {
  dossier: DeskDossier;
  onChanged: () => void;
}

interface StaffChoiceProps {
  members: StaffMember[];
  chosen: string[];
  fault: string | undefined;
  onChange: (staffIds: string[]) => void;
}

const StaffChoice = ({ members, chosen, fault, onChange }: StaffChoiceProps) => {
  const say = useSay();
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Box
      tag="fieldset"
      aria-describedby="staff-hint staff-fault"
      style={{ border: 0, margin: 0, padding: 0 }}
    >
      <Typography tag="legend" variant="pi" fontWeight="bold" style={{ padding: 0 }}>
        {say('desk.dossier.staff')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" id="staff-hint">
        {say('desk.staff.hint')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="danger600" id="staff-fault" role="alert">
        {fault}
      </Typography>
      <Flex direction="column" alignItems="flex-start" gap={3} paddingTop={3}>
        {members.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onCheckedChange={(state) => toggle(id, state === true)}
          >
            {name}
          </Checkbox>
        ))}
      </Flex>
    </Box>
  );
};

interface StaffDialogProps extends StaffProps {
  onClose: () => void;
}

const StaffDialog = ({ dossier, onChanged, onClose }: StaffDialogProps) => {
  const say = useSay();
  const desk = useDesk();
  const { toggleNotification } = useNotification();
  const staff = useLoaded(useCallback(() => desk.staff(), [desk]));
  const form = useForm({
    empty: { staffIds: dossier.staff.map(({ id }) => id) },
    schema: assignmentSchema,
    input: (values) => values,
    send: ({ staffIds }) => desk.assign(dossier.id, staffIds),
    onSent: () => {
      toggleNotification({ type: 'success', message: say('desk.staff.saved') });
      onClose();
      onChanged();
    },
  });
  return (
    <FormDialog
      title={say('desk.staff.title')}
      submitLabel={say('desk.staff.save')}
      form={form}
      open
      onOpenChange={onClose}
    >
      <LoadedView loaded={staff}>
        {(members) => (
          <StaffChoice
            members={members}
            chosen={form.values.staffIds}
            fault={form.faultOf('staffIds') && say('desk.staff.missing')}
            onChange={(staffIds) => form.change({ staffIds })}
          />
        )}
      </LoadedView>
    </FormDialog>
  );
};

/** Opens the choice of who of the staff sees the dossier. */
export const StaffButton = (props: StaffProps) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <TextButton startIcon={<Pencil />} onClick={() => setOpen(true)}>
        {say('desk.staff.change')}
      </TextButton>
      {open && <StaffDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};
