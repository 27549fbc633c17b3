import { Box, Flex, Radio, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { PUBLISHING_SHELVES, type PublishingShelf } from '../../contract/document';
import type { DeskDossier } from '../../contract/dossier';
import { useSay } from '../words';
import { DropZone } from './drop-zone';
import { UploadList } from './upload-list';
import type { Publications } from './publications';

interface ShelfChoiceProps {
  value: PublishingShelf;
  onChange: (shelf: PublishingShelf) => void;
}

const ShelfChoice = ({ value, onChange }: ShelfChoiceProps) => {
  const say = useSay();
  return (
    <Flex gap={4} wrap="wrap">
      <Typography id="shelf-choice" fontWeight="bold" variant="pi">
        {say('desk.publish.shelf')}
      </Typography>
      <Radio.Group
        value={value}
        aria-labelledby="shelf-choice"
        style={{ display: 'flex', flexDirection: 'row', flexWrap: 'wrap', columnGap: '2.4rem' }}
        onValueChange={(chosen) => {
          const shelf = PUBLISHING_SHELVES.find((candidate) => candidate === chosen);
          if (shelf) onChange(shelf);
        }}
      >
        {PUBLISHING_SHELVES.map((shelf) => (
          <Radio.Item key={shelf} value={shelf}>
            {say(`desk.shelf.${shelf}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
    </Flex>
  );
};

interface PublishProps {
  dossier: DeskDossier;
  publications: Publications;
}

/** Where staff publish: choose the tab, drop the files, and see what became of each. */
export const Publish = ({ dossier, publications }: PublishProps) => {
  const say = useSay();
  const [shelf, setShelf] = useState<PublishingShelf>('documents');
  const publish = (files: File[]) => publications.publish(files, shelf);
  return (
    <Box
      tag="section"
      aria-labelledby="publish-title"
      tabIndex={-1}
      data-uploads
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="h2" variant="delta" id="publish-title">
          {say('desk.publish.title')}
        </Typography>
        <ShelfChoice value={shelf} onChange={setShelf} />
        <DropZone label={say('desk.publish.drop')} rules={dossier.uploadRules} onFiles={publish} />
        <UploadList uploads={publications} />
        <Typography variant="pi" textColor="neutral600">
          {say('desk.publish.hint')}
        </Typography>
      </Flex>
    </Box>
  );
};
