import { Box, IconButton, Modal } from '@strapi/design-system';
import { Message } from '@strapi/icons';
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { useWayBack } from '../ui/way-back';
import { useSay } from '../words';
import { Remarks } from './remarks';
import { useSaying } from './saying';

interface RemarksButtonProps {
  id: string;
  name: string;
  /** What was new may be read now, and there may be more. */
  onClosed: () => void;
}

// React tells a table what is typed in a dialog of one of its rows, and Strapi's takes most keys for its own.
const keep = (event: SyntheticEvent): void => event.stopPropagation();

/** Opens what was said about a document. */
export const RemarksButton = ({ id, name, onClosed }: RemarksButtonProps) => {
  const say = useSay();
  const saying = useSaying(id);
  const [open, setOpen] = useState(false);
  const wayBack = useWayBack(open);
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) onClosed();
  };
  const keepKey = (event: KeyboardEvent) => {
    keep(event);
    // The dialog itself would have heard this one further out.
    if (event.key === 'Escape') change(false);
  };
  return (
    <>
      <IconButton label={say('desk.remarks.button', { name })} variant="ghost" onClick={() => change(true)}>
        <Message />
      </IconButton>
      <Box onKeyDown={keepKey} onFocus={keep}>
        <Modal.Root open={open} onOpenChange={change}>
          <Modal.Content aria-describedby={undefined} onCloseAutoFocus={wayBack}>
            <Modal.Header closeLabel={say('desk.form.close')}>
              <Modal.Title>{say('desk.remarks.title', { name })}</Modal.Title>
            </Modal.Header>
            <Modal.Body>
              <Remarks documentId={id} saying={saying} />
            </Modal.Body>
          </Modal.Content>
        </Modal.Root>
      </Box>
    </>
  );
};
