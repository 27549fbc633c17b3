import { Layouts } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { DeskPage } from '../ui/desk-page';
import { LoadedView } from '../ui/loaded-view';
import { useSay } from '../words';
import { LogoSection } from './logo-section';
import { SettingsForm } from './settings-form';

/** How the firm works, for its administrator; the server refuses everybody else. */
export const SettingsPage = () => {
  const say = useSay();
  const desk = useDesk();
  const settings = useLoaded(useCallback(() => desk.settings(), [desk]));
  const logo = useLoaded(useCallback(() => desk.firm(), [desk]));
  return (
    <DeskPage title={say('desk.settings.title')} subtitle={say('desk.settings.subtitle')}>
      <Layouts.Content>
        {logo.data && <LogoSection kept={logo.data.logo} />}
        <LoadedView loaded={settings}>{(found) => <SettingsForm settings={found} />}</LoadedView>
      </Layouts.Content>
    </DeskPage>
  );
};
