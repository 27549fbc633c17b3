import { Button } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { DeskClient } from '../../contract/client';
import { useDesk } from '../api';
import { Asked } from '../ui/asked';
import { useSay } from '../words';

interface RevokeButtonProps {
  client: DeskClient;
  onRevoked: () => void;
}

/** Takes the invitation back after asking. */
export const RevokeButton = ({ client: { id, name }, onRevoked }: RevokeButtonProps) => {
  const say = useSay();
  const desk = useDesk();
  const revoke = async () => {
    await desk.revokeInvitation(id);
    return say('desk.revoke.done', { name });
  };
  return (
    <Asked
      button={(ask) => (
        <Button variant="danger-light" startIcon={<Cross />} onClick={ask}>
          {say('desk.revoke.button')}
        </Button>
      )}
      title={say('desk.revoke.title')}
      question={say('desk.revoke.question', { name })}
      confirm={say('desk.revoke.confirm')}
      act={revoke}
      onDone={onRevoked}
    />
  );
};
