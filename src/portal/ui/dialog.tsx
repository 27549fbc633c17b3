import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import './dialog.css';

interface Props {
  title: string;
  /** Alerts are read out at once, with what they say. */
  role?: 'dialog' | 'alertdialog';
  /** Called for Escape and a press beside the dialog. */
  onClose: () => void;
  children: ReactNode;
}

/** Holds the keyboard until it is answered; afterwards the focus is where it was. */
export const Dialog = ({ title, role = 'dialog', onClose, children }: Props) => (
  <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="dialog-overlay">
    <Modal className="dialog">
      <AriaDialog role={role} className="dialog-body">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
