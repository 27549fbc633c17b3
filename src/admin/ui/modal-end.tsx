import { Button, Modal } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useSay } from '../words';

/** How a modal ends: nothing has been done, or what the button at the right says. */
export const ModalEnd = ({ children }: { children: ReactNode }) => {
  const say = useSay();
  return (
    <Modal.Footer>
      <Modal.Close>
        <Button variant="tertiary" type="button">
          {say('desk.form.cancel')}
        </Button>
      </Modal.Close>
      {children}
    </Modal.Footer>
  );
};
