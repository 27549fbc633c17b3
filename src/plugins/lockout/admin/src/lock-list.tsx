import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Lock } from './answers';

interface LockListProps {
  locks: Lock[];
  onUnlock: (lock: Lock) => Promise<void>;
}

/** The locked, the latest first. A list, because a table does not fit into a widget on a phone. */
export const LockList = ({ locks, onUnlock }: LockListProps) => {
  const { formatMessage } = useIntl();
  return (
    <Box tag="ul" aria-label={formatMessage({ id: 'lockout.widget.title' })}>
      {locks.map((lock) => (
        <Row key={lock.id} lock={lock} onUnlock={onUnlock} />
      ))}
    </Box>
  );
};

const Row = ({ lock, onUnlock }: { lock: Lock; onUnlock: LockListProps['onUnlock'] }) => {
  const { formatMessage, formatDate } = useIntl();
  const [isUnlocking, setUnlocking] = useState(false);
  const { label, failures, locks, isKnown, lastAddress: address, lockedAt, lockedUntil } = lock;
  const moment = (date: Date) => formatDate(date, { dateStyle: 'medium', timeStyle: 'short' });
  const unlock = () => {
    setUnlocking(true);
    void onUnlock(lock).finally(() => setUnlocking(false));
  };
  return (
    <Flex tag="li" gap={4} justifyContent="space-between" paddingTop={2} paddingBottom={2}>
      <Box style={{ overflowWrap: 'anywhere' }}>
        <Typography tag="div" fontWeight="semiBold" textColor="neutral800">
          {label}
        </Typography>
        <Typography tag="div" variant="pi" textColor="neutral600">
          {lockedUntil
            ? formatMessage(
                { id: 'lockout.locks.until' },
                { since: moment(lockedAt), until: moment(lockedUntil) },
              )
            : formatMessage({ id: 'lockout.locks.since' }, { since: moment(lockedAt) })}
          <br />
          {formatMessage({ id: 'lockout.locks.attempts' }, { failures, address })}
          <br />
          {formatMessage({ id: isKnown ? 'lockout.locks.known' : 'lockout.locks.strangers' }, { locks })}
        </Typography>
      </Box>
      <Button
        variant="secondary"
        size="S"
        loading={isUnlocking}
        aria-label={formatMessage({ id: 'lockout.unlock.label' }, { label })}
        onClick={unlock}
        style={{ flexShrink: 0 }}
      >
        {formatMessage({ id: 'lockout.unlock.button' })}
      </Button>
    </Flex>
  );
};
