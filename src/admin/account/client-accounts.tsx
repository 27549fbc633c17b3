import { Flex, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import type { DeskClient } from '../../contract/client';
import type { DeskAccount } from '../../contract/desk-account';
import { useDesk, type Desk } from '../api';
import { AccountStatus } from '../client/account-status';
import { useLoaded } from '../loaded';
import { LoadedView } from '../ui/loaded-view';
import { Records, type Column } from '../ui/records';
import { useFigures, useSay, type Figures, type Say } from '../words';
import { AccountAction, type AccountWish } from './account-action';

const Whose = ({ account: { email, isMain, isAddressTaken } }: { account: DeskAccount }) => {
  const say = useSay();
  return (
    <Flex direction="column" alignItems="flex-start" style={{ overflowWrap: 'anywhere' }}>
      <Typography fontWeight="semiBold">{email}</Typography>
      {isMain && <Typography textColor="neutral600">{say('desk.accounts.main')}</Typography>}
      {isAddressTaken && <Typography textColor="danger700">{say('desk.accounts.taken')}</Typography>}
    </Flex>
  );
};

const State = ({ account: { state, lock } }: { account: DeskAccount }) => {
  const say = useSay();
  const { moment } = useFigures();
  const until = lock?.until ?? null;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <AccountStatus state={state} />
      {lock && (
        <Typography textColor="danger700">
          {until === null
            ? say('desk.accounts.locked', { address: lock.address })
            : say('desk.accounts.locked-until', { address: lock.address, moment: moment(until) })}
        </Typography>
      )}
    </Flex>
  );
};

const secondStepOf = ({ secondStep }: DeskAccount, say: Say): string =>
  secondStep.map((kind) => say(`desk.security.detail.${kind}`)).join(', ') || say('desk.none');

const actsOf = (
  { id, abilities }: DeskAccount,
  desk: Desk,
): { wish: AccountWish; act: () => Promise<unknown>; may: boolean }[] => [
  { wish: 'unlock', act: () => desk.unlockAccount(id), may: abilities.unlock },
  { wish: 'end-sessions', act: () => desk.endAccountSessions(id), may: abilities.endSessions },
  { wish: 'reset-second-step', act: () => desk.resetSecondStep(id), may: abilities.resetSecondStep },
  { wish: 'block', act: () => desk.setAccountBlocked(id, true), may: abilities.block },
  { wish: 'unblock', act: () => desk.setAccountBlocked(id, false), may: abilities.unblock },
  { wish: 'delete', act: () => desk.deleteAccount(id), may: abilities.delete },
];

const Actions = ({ account, onDone }: { account: DeskAccount; onDone: () => void }) => {
  const desk = useDesk();
  return (
    <Flex gap={2} wrap="wrap">
      {actsOf(account, desk)
        .filter(({ may }) => may)
        .map(({ wish, act }) => (
          <AccountAction key={wish} wish={wish} account={account} act={act} onDone={onDone} />
        ))}
    </Flex>
  );
};

const columnsOf = (say: Say, { moment }: Figures, onDone: () => void): Column<DeskAccount>[] => [
  { name: say('desk.client.email'), cell: (account) => <Whose account={account} /> },
  { name: say('desk.client.account'), cell: (account) => <State account={account} /> },
  {
    name: say('desk.client.activated'),
    cell: ({ activatedAt }) => (activatedAt ? moment(activatedAt) : say('desk.none')),
  },
  { name: say('desk.accounts.second-step'), cell: (account) => secondStepOf(account, say) },
  { name: say('desk.accounts.sessions'), cell: ({ sessions }) => sessions },
  {
    name: say('desk.accounts.actions'),
    cell: (account) => <Actions account={account} onDone={onDone} />,
  },
];

/** Who can sign in for a client, and what staff can do about each; nothing before the first invitation. */
export const ClientAccounts = ({ client, onChanged }: { client: DeskClient; onChanged: () => void }) => {
  const say = useSay();
  const figures = useFigures();
  const desk = useDesk();
  const accounts = useLoaded(useCallback(() => desk.accounts(client.id), [desk, client.id]));
  const done = () => {
    void accounts.reload();
    onChanged();
  };
  if (client.accountState === 'none') return null;
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4} aria-labelledby="client-accounts">
      <Typography tag="h2" variant="beta" id="client-accounts">
        {say('desk.accounts.title')}
      </Typography>
      <LoadedView loaded={accounts}>
        {(found) => (
          <Records
            label={say('desk.accounts.title')}
            columns={columnsOf(say, figures, done)}
            records={found}
            idOf={({ id }) => id}
          />
        )}
      </LoadedView>
    </Flex>
  );
};
