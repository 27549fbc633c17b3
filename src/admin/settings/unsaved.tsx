import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { useWayBack } from '../ui/way-back';
import { useSay } from '../words';

/** Asks before a page is left on which something is not saved: in the panel, and by closing the window. */
export const UnsavedGuard = ({ isUnsaved }: { isUnsaved: boolean }) => {
  const say = useSay();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
  const isAsked = blocker.state === 'blocked';
  const wayBack = useWayBack(isAsked);
  if (!isAsked) return null;
  return (
    <Dialog.Root open onOpenChange={() => blocker.reset()}>
      <Dialog.Content onCloseAutoFocus={wayBack}>
        <Dialog.Header>{say('desk.settings.leave.title')}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>
          {say('desk.settings.leave.question')}
        </Dialog.Body>
        <Dialog.Footer>
          <Button fullWidth variant="tertiary" onClick={() => blocker.reset()}>
            {say('desk.settings.leave.stay')}
          </Button>
          <Button fullWidth variant="danger-light" onClick={() => blocker.proceed()}>
            {say('desk.settings.leave.go')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
