import { Button } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import type { DeskClient } from '../../contract/client';
import { useDesk } from '../api';
import { Asked } from '../ui/asked';
import { useSay } from '../words';

interface BlockButtonProps {
  client: DeskClient;
  onChanged: () => void;
}

/** Blocks the client's access after asking, or lets them in again; nothing where there is no access yet. */
export const BlockButton = ({ client: { id, name, abilities }, onChanged }: BlockButtonProps) => {
  const say = useSay();
  const desk = useDesk();
  if (!abilities.block && !abilities.unblock) return null;
  const wish = abilities.block ? 'block' : 'unblock';
  const change = async () => {
    await desk.setBlocked(id, abilities.block);
    return say(`desk.${wish}.done`, { name });
  };
  return (
    <Asked
      button={(ask) => (
        <Button variant={abilities.block ? 'danger-light' : 'secondary'} startIcon={<Lock />} onClick={ask}>
          {say(`desk.${wish}.button`)}
        </Button>
      )}
      title={say(`desk.${wish}.title`)}
      question={say(`desk.${wish}.question`, { name })}
      confirm={say(`desk.${wish}.button`)}
      act={change}
      onDone={onChanged}
    />
  );
};
