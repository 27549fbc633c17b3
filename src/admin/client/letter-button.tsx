import { Button } from '@strapi/design-system';
import { File } from '@strapi/icons';
import type { DeskClient } from '../../contract/client';
import { useDesk } from '../api';
import { save } from '../document/file-access';
import { useSay } from '../words';
import { useStep } from '../ui/step';

interface LetterButtonProps {
  client: DeskClient;
  onWritten: () => void;
}

/** Saves the invitation letter with a new code, to be printed; the code of an earlier letter ends. */
export const LetterButton = ({ client: { id, number }, onWritten }: LetterButtonProps) => {
  const say = useSay();
  const desk = useDesk();
  const { busy, take } = useStep(onWritten);
  const write = () =>
    take(async () => {
      save(await desk.writeLetter(id), say('desk.letter.file', { number }));
      return say('desk.letter.written');
    });
  return (
    <Button variant="secondary" startIcon={<File />} loading={busy} onClick={() => void write()}>
      {say('desk.letter.button')}
    </Button>
  );
};
