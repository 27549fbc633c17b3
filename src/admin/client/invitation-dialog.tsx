import { useNotification } from '@strapi/strapi/admin';
import type { DeskClient } from '../../contract/client';
import { invitationSchema } from '../../contract/client';
import { useDesk } from '../api';
import { TextField } from '../ui/fields';
import { useForm } from '../ui/form';
import { FormDialog } from '../ui/form-dialog';
import { useSay } from '../words';

interface InvitationDialogProps {
  client: DeskClient;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onInvited: () => void;
}

/** Asks with which user name the client will sign in, where the firm gives them (R6), and invites. */
export const InvitationDialog = ({ client, open, onOpenChange, onInvited }: InvitationDialogProps) => {
  const say = useSay();
  const desk = useDesk();
  const { toggleNotification } = useNotification();
  const form = useForm({
    empty: { userName: '' },
    schema: invitationSchema,
    input: ({ userName }) => ({ userName }),
    send: (wish) => desk.invite(client.id, wish),
    onSent: ({ email }) => {
      onOpenChange(false);
      toggleNotification({ type: 'success', message: say('desk.invitation.sent', { email }) });
      onInvited();
    },
  });
  return (
    <FormDialog
      title={say('desk.invitation.title', { name: client.name })}
      submitLabel={say('desk.invitation.invite')}
      form={form}
      open={open}
      onOpenChange={onOpenChange}
    >
      <TextField
        name="userName"
        label={say('desk.client.user-name')}
        hint={say('desk.invitation.user-name.hint')}
        required
        value={form.values.userName}
        fault={form.faultOf('userName')}
        onChange={(userName) => form.change({ userName })}
      />
    </FormDialog>
  );
};
