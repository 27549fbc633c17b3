import { Box, Typography } from '@strapi/design-system';
import type { DeskMessage } from '../../contract/message';
import { useFigures, useSay } from '../words';

type Quoted = NonNullable<DeskMessage['replyTo']>;

/** The message that is or was answered. */
export const QuotedMessage = ({ original }: { original: Quoted }) => {
  const say = useSay();
  const { moment } = useFigures();
  const { author, subject, body, sentAt } = original;
  return (
    <Box
      tag="blockquote"
      background="neutral100"
      borderColor="neutral200"
      hasRadius
      padding={4}
      aria-label={say('desk.message.original')}
    >
      <Typography tag="p" variant="pi" textColor="neutral600">
        {say('desk.message.original-of', { author, moment: moment(sentAt) })}
      </Typography>
      <Typography tag="p" fontWeight="bold" paddingTop={1} paddingBottom={2}>
        {subject}
      </Typography>
      <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {body}
      </Typography>
    </Box>
  );
};
