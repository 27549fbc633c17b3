import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useState, type ReactNode } from 'react';
import { useSay } from '../words';
import { useStep } from './step';
import { useWayBack } from './way-back';

interface AskedProps {
  /** What opens the dialog. */
  button: (ask: () => void) => ReactNode;
  title: string;
  question: string;
  /** What the button says that does it. */
  confirm: string;
  /** Does it, and answers what to say of it. */
  act: () => Promise<string>;
  /** Loads again what is shown, whatever became of it. */
  onDone: () => void;
}

/** A step that is asked about before it is taken, because it cannot simply be taken back. */
export const Asked = ({ button, title, question, confirm, act, onDone }: AskedProps) => {
  const say = useSay();
  const { busy, take } = useStep(onDone);
  const [open, setOpen] = useState(false);
  const wayBack = useWayBack(open);
  const takeIt = async () => {
    if (await take(act)) setOpen(false);
  };
  return (
    <>
      {button(() => setOpen(true))}
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Content onCloseAutoFocus={wayBack}>
          <Dialog.Header>{title}</Dialog.Header>
          <Dialog.Body icon={<WarningCircle fill="danger600" />}>{question}</Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button fullWidth variant="tertiary">
                {say('desk.form.cancel')}
              </Button>
            </Dialog.Cancel>
            <Button fullWidth variant="danger-light" loading={busy} onClick={() => void takeIt()}>
              {confirm}
            </Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </>
  );
};
