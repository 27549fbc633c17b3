import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { DeskDocument } from '../../contract/document';
import type { DeskDossier } from '../../contract/dossier';
import { ModalEnd } from '../ui/modal-end';
import { Notice } from '../ui/notice';
import { useWayBack } from '../ui/way-back';
import { useFigures, useSay } from '../words';
import { DropZone } from './drop-zone';
import type { Publications } from './publications';
import { focusPublishing } from './upload-list';
import { useRefusalOf } from './upload-rules';

/** The one file that was chosen, or why it is none. */
const useOneFile = (dossier: DeskDossier) => {
  const say = useSay();
  const refusalOf = useRefusalOf(dossier.uploadRules);
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const choose = (files: readonly File[]) => {
    const [only] = files;
    const why = only && files.length === 1 ? refusalOf(only)?.message : say('desk.replace.one');
    setFault(why);
    setFile(why === undefined ? only : undefined);
  };
  return { file, fault, choose };
};

const Chosen = ({ file: { name, size } }: { file: File }) => {
  const figures = useFigures();
  return (
    <Box role="status">
      <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Typography>{' '}
      <Typography textColor="neutral600">{figures.size(size)}</Typography>
    </Box>
  );
};

interface ReplaceDialogProps {
  dossier: DeskDossier;
  document: DeskDocument;
  publications: Publications;
  onClose: () => void;
}

/** Asks for a corrected version and sends it in the document's place; how far it is stands where files are published. */
export const ReplaceDialog = ({ dossier, document, publications, onClose }: ReplaceDialogProps) => {
  const { id, name } = document;
  const say = useSay();
  const isSent = useRef(false);
  const { file, fault, choose } = useOneFile(dossier);
  const replace = () => {
    if (!file) return choose([]);
    publications.replace(file, id);
    isSent.current = true;
    onClose();
  };
  const wayBack = useWayBack(true, () => {
    // The button that was pressed goes away with the file's arrival.
    if (isSent.current) focusPublishing();
    return isSent.current;
  });
  return (
    <Modal.Root open onOpenChange={onClose}>
      <Modal.Content aria-describedby={undefined} onCloseAutoFocus={wayBack}>
        <Modal.Header closeLabel={say('desk.form.close')}>
          <Modal.Title>{say('desk.replace.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography style={{ overflowWrap: 'anywhere' }}>
              {say('desk.replace.about', { name })}
            </Typography>
            {fault !== undefined && <Notice variant="danger">{fault}</Notice>}
            <DropZone label={say('desk.replace.drop')} rules={dossier.uploadRules} single onFiles={choose} />
            {file && <Chosen file={file} />}
          </Flex>
        </Modal.Body>
        <ModalEnd>
          <Button type="button" onClick={replace}>
            {say('desk.replace.confirm')}
          </Button>
        </ModalEnd>
      </Modal.Content>
    </Modal.Root>
  );
};
