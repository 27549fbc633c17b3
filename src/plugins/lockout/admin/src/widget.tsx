import { useFetchClient, useNotification, Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { locks, type Lock } from './answers';
import { LockList } from './lock-list';
import { useLoaded } from './use-loaded';

/** On the home page: who is locked, with the button that unlocks them. */
export const LockedWidget = () => {
  const { formatMessage } = useIntl();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [locked, reload] = useLoaded('/lockout/locked', locks);

  const unlock = async ({ id, label }: Lock) => {
    try {
      await post(`/lockout/locked/${id}/unlock`);
      toggleNotification({
        type: 'success',
        message: formatMessage({ id: 'lockout.unlock.done' }, { label }),
      });
    } catch {
      toggleNotification({
        type: 'danger',
        message: formatMessage({ id: 'lockout.unlock.failed' }, { label }),
      });
    }
    await reload();
  };

  if (locked.state === 'loading') return <Widget.Loading />;
  if (locked.state === 'failed') return <Widget.Error />;
  if (locked.data.length === 0)
    return <Widget.NoData>{formatMessage({ id: 'lockout.locks.empty' })}</Widget.NoData>;
  return <LockList locks={locked.data} onUnlock={unlock} />;
};
