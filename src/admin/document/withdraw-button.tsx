import { IconButton } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { DeskDocument } from '../../contract/document';
import { useDesk } from '../api';
import { Asked } from '../ui/asked';
import { useSay } from '../words';

interface WithdrawButtonProps {
  document: DeskDocument;
  onWithdrawn: () => void;
}

/** Takes a document back after asking; the client no longer finds it, staff keep the trace. */
export const WithdrawButton = ({ document: { id, name }, onWithdrawn }: WithdrawButtonProps) => {
  const say = useSay();
  const desk = useDesk();
  const withdraw = async () => {
    await desk.withdraw(id);
    return say('desk.withdraw.done', { name });
  };
  return (
    <Asked
      button={(ask) => (
        <IconButton label={say('desk.withdraw.button', { name })} variant="ghost" onClick={ask}>
          <Trash />
        </IconButton>
      )}
      title={say('desk.withdraw.title')}
      question={say('desk.withdraw.question', { name })}
      confirm={say('desk.withdraw.confirm')}
      act={withdraw}
      onDone={onWithdrawn}
    />
  );
};
