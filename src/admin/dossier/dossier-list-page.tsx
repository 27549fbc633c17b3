import { Layouts } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { DeskPage } from '../ui/desk-page';
import { Empty } from '../ui/empty';
import { LoadedView } from '../ui/loaded-view';
import { SearchField, useSearchText } from '../ui/search-field';
import { useSay } from '../words';
import { DossierTable } from './dossier-table';
import { NewDossierButton } from './new-dossier';

export const DossierListPage = () => {
  const say = useSay();
  const desk = useDesk();
  const search = useSearchText();
  const dossiers = useLoaded(useCallback(() => desk.dossiers(search.settled), [desk, search.settled]));
  return (
    <DeskPage
      title={say('desk.dossiers.title')}
      subtitle={say('desk.dossiers.subtitle')}
      primaryAction={<NewDossierButton />}
    >
      <Layouts.Action
        startActions={
          <SearchField label={say('desk.dossiers.search')} text={search.text} onChange={search.setText} />
        }
      />
      <Layouts.Content>
        <LoadedView loaded={dossiers}>
          {(found) =>
            found.length > 0 ? (
              <DossierTable label={say('desk.dossiers.title')} dossiers={found} withClient />
            ) : (
              <Empty>{say(search.settled ? 'desk.dossiers.none-found' : 'desk.dossiers.empty')}</Empty>
            )
          }
        </LoadedView>
      </Layouts.Content>
    </DeskPage>
  );
};
