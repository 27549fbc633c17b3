import { Flex, Typography } from '@strapi/design-system';
import type { RemarkCount as Count } from '../../contract/document';
import { NewBadge } from '../ui/new-badge';
import { useSay } from '../words';

/** How much was said about a document, and how much of it is new. */
export const RemarkCount = ({ remarks: { total, unread } }: { remarks: Count }) => {
  const say = useSay();
  if (total === 0) return null;
  return (
    <Flex gap={2} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {say('desk.remarks.count', { count: total })}
      </Typography>
      {unread > 0 && <NewBadge>{say('desk.dossier.new-count', { count: unread })}</NewBadge>}
    </Flex>
  );
};
