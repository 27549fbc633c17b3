import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { NavLink } from 'react-router-dom';
import type { SecurityEventView } from '../../contract/security-event';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { DeskPage } from '../ui/desk-page';
import { Empty } from '../ui/empty';
import { LoadedView } from '../ui/loaded-view';
import { Records, type Column } from '../ui/records';
import { useFigures, useSay, type Figures, type Say, type Word } from '../words';
import { SecurityFilter } from './security-filter';
import { useWishes } from './wishes';

/** Details that say something to staff. */
const DETAILS: Partial<Record<string, Word>> = {
  'admin-panel': 'desk.security.detail.admin-panel',
  mail: 'desk.security.detail.mail',
  password: 'desk.security.detail.password',
  activation: 'desk.security.detail.activation',
  sms: 'desk.security.detail.sms',
  totp: 'desk.security.detail.totp',
  passkey: 'desk.security.detail.passkey',
  recovery: 'desk.security.detail.recovery',
};

const what = ({ event, detail }: SecurityEventView, say: Say): string => {
  const more = DETAILS[detail ?? ''];
  const kind = say(`desk.security.event.${event}`);
  return more === undefined ? kind : say('desk.security.what', { kind, detail: say(more) });
};

const from = ({ actor, actorName, address, device }: SecurityEventView, say: Say): string => {
  if (actor === 'staff') return say('desk.security.by-staff', { name: actorName });
  const { browser, system } = device;
  const words =
    browser && system
      ? say('desk.security.device', { browser, system })
      : (browser ?? system ?? say('desk.security.device-unknown'));
  return address ? say('desk.security.from', { address, device: words }) : words;
};

const Whose = ({ label, client }: Pick<SecurityEventView, 'label' | 'client'>) => (
  <Flex direction="column" alignItems="flex-start" style={{ overflowWrap: 'anywhere' }}>
    {client && (
      <Link tag={NavLink} to={`/clients/${client.id}`}>
        {client.name}
      </Link>
    )}
    <Typography textColor={client ? 'neutral600' : 'neutral800'}>{label}</Typography>
  </Flex>
);

const columnsOf = (say: Say, figures: Figures): Column<SecurityEventView>[] => [
  {
    name: say('desk.security.column.what'),
    cell: (event) => <Typography fontWeight="semiBold">{what(event, say)}</Typography>,
  },
  { name: say('desk.security.column.when'), cell: ({ occurredAt }) => figures.moment(occurredAt) },
  { name: say('desk.security.column.whose'), cell: (event) => <Whose {...event} /> },
  { name: say('desk.security.column.from'), cell: (event) => from(event, say) },
];

/** What happened to the accounts' security, for staff who look after them. */
export const SecurityPage = () => {
  const say = useSay();
  const figures = useFigures();
  const desk = useDesk();
  const { wish, setWish, settled } = useWishes();
  const found = useLoaded(useCallback(() => desk.securityEvents(settled), [desk, settled]));
  return (
    <DeskPage title={say('desk.security.title')} subtitle={say('desk.security.subtitle')}>
      <Layouts.Content>
        <SecurityFilter wish={wish} setWish={setWish} />
        <LoadedView loaded={found}>
          {({ events, next }) => (
            <>
              {events.length > 0 ? (
                <Records
                  label={say('desk.security.title')}
                  columns={columnsOf(say, figures)}
                  records={events}
                  idOf={({ id }) => id}
                />
              ) : (
                <Empty>{say(settled ? 'desk.security.none-found' : 'desk.security.empty')}</Empty>
              )}
              <Flex gap={2} paddingTop={4}>
                {wish('before') && (
                  <Button variant="tertiary" onClick={() => setWish('before', '')}>
                    {say('desk.security.newest')}
                  </Button>
                )}
                {next && (
                  <Button variant="secondary" onClick={() => setWish('before', next)}>
                    {say('desk.security.older')}
                  </Button>
                )}
              </Flex>
            </>
          )}
        </LoadedView>
      </Layouts.Content>
    </DeskPage>
  );
};
