import { IconButton, Modal } from '@strapi/design-system';
import { Message } from '@strapi/icons';
import { useState } from 'react';
import { Apart } from '../ui/apart';
import { useSay } from '../words';
import { Remarks } from './remarks';
import { useSaying } from './saying';

interface RemarksButtonProps {
  id: string;
  name: string;
  /** What was new may be read now, and there may be more. */
  onClosed: () => void;
}

/** Opens what was said about a document. */
export const RemarksButton = ({ id, name, onClosed }: RemarksButtonProps) => {
  const say = useSay();
  const saying = useSaying(id);
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) onClosed();
  };
  return (
    <>
      <IconButton label={say('desk.remarks.button', { name })} variant="ghost" onClick={() => change(true)}>
        <Message />
      </IconButton>
      <Apart>
        <Modal.Root open={open} onOpenChange={change}>
          <Modal.Content aria-describedby={undefined}>
            <Modal.Header closeLabel={say('desk.form.close')}>
              <Modal.Title>{say('desk.remarks.title', { name })}</Modal.Title>
            </Modal.Header>
            <Modal.Body>
              <Remarks documentId={id} saying={saying} />
            </Modal.Body>
          </Modal.Content>
        </Modal.Root>
      </Apart>
    </>
  );
};
