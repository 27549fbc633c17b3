import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Refusal } from './answers';

const REASONS = [
  'infected',
  'type-refused',
  'content-mismatch',
  'encrypted-archive',
  'encrypted-document',
  'too-large',
  'archive-bomb',
];

/** The latest refused files, the newest first. A list, because a table does not fit into a widget on a phone. */
export const RefusalList = ({ refusals }: { refusals: Refusal[] }) => {
  const { formatMessage } = useIntl();
  return (
    <Box tag="ul" aria-label={formatMessage({ id: 'virus-scan.refusals.title' })}>
      {refusals.map((refusal) => (
        <Row key={refusal.id} refusal={refusal} />
      ))}
    </Box>
  );
};

const Row = ({ refusal: { name, reason, signature, refusedAt, actor } }: { refusal: Refusal }) => {
  const { formatMessage, formatDate } = useIntl();
  const known = REASONS.includes(reason) ? reason : 'other';
  const when = formatDate(refusedAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} style={{ overflowWrap: 'anywhere' }}>
      <Typography tag="div" fontWeight="semiBold" textColor="neutral800">
        {name}
      </Typography>
      <Typography tag="div" variant="pi" textColor="danger700">
        {formatMessage({ id: `virus-scan.reason.${known}` }, { signature: signature ?? '' })}
      </Typography>
      <Typography tag="div" variant="pi" textColor="neutral600">
        {formatMessage({ id: 'virus-scan.refusals.sent' }, { when, actor })}
      </Typography>
    </Box>
  );
};
