import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { CheckCircle, Cross } from '@strapi/icons';
import type { AttachmentView } from '../../contract/document';
import { focusUploads } from '../document/upload-list';
import { useFigures, useSay } from '../words';

interface AttachedListProps {
  attachments: AttachmentView[];
  onDrop: (attachment: AttachmentView) => Promise<void>;
}

/** The files that have arrived and go with the message. */
export const AttachedList = ({ attachments, onDrop }: AttachedListProps) => {
  const say = useSay();
  const { size } = useFigures();
  if (attachments.length === 0) return null;
  return (
    <ul aria-label={say('desk.message.attached')}>
      {attachments.map((attachment) => (
        <Flex key={attachment.id} tag="li" gap={3} paddingTop={2} paddingBottom={2}>
          <CheckCircle aria-hidden fill="success700" width="1.6rem" height="1.6rem" />
          <Box flex="1" minWidth={0}>
            <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
              {attachment.name}
            </Typography>{' '}
            <Typography textColor="neutral600">{size(attachment.size)}</Typography>
          </Box>
          <IconButton
            label={say('desk.upload.remove', { name: attachment.name })}
            variant="ghost"
            type="button"
            onClick={({ currentTarget }: { currentTarget: Element }) => {
              focusUploads(currentTarget);
              void onDrop(attachment);
            }}
          >
            <Cross />
          </IconButton>
        </Flex>
      ))}
    </ul>
  );
};
