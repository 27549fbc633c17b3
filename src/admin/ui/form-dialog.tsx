import { Button, Flex, Modal } from '@strapi/design-system';
import { useEffect, useRef, type ReactNode } from 'react';
import { useSay } from '../words';
import type { Form } from './form';
import { ModalEnd } from './modal-end';
import { Notice } from './notice';
import { useWayBack } from './way-back';

interface FormDialogProps<Values> {
  title: string;
  submitLabel: string;
  form: Form<Values>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

/** In a long form, who sends it looks at the end: the reason comes into view. */
const Failure = ({ children }: { children: string }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, and React would call it at the end.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box}>
      <Notice variant="danger">{children}</Notice>
    </div>
  );
};

/** A form in Strapi's modal. Its values live with the caller, so that closing by mistake loses nothing. */
export const FormDialog = <Values,>(props: FormDialogProps<Values>) => {
  const { title, submitLabel, form, open, onOpenChange, children } = props;
  const say = useSay();
  const wayBack = useWayBack(open);
  return (
    <Modal.Root open={open} onOpenChange={onOpenChange}>
      <Modal.Content aria-describedby={undefined} onCloseAutoFocus={wayBack}>
        <Modal.Header closeLabel={say('desk.form.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <form noValidate onSubmit={form.submit}>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              {form.failure && <Failure>{form.failure}</Failure>}
              {children}
            </Flex>
          </Modal.Body>
          <ModalEnd>
            <Button type="submit" loading={form.sending}>
              {submitLabel}
            </Button>
          </ModalEnd>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};
