import { Grid } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { DeskPage } from '../ui/desk-page';
import { LoadedView } from '../ui/loaded-view';
import { useSay } from '../words';
import { ClientCard } from './client-card';
import { DossierFacts } from './dossier-facts';
import { EditDossierButton } from './edit-dossier';
import { DossierTabs } from './dossier-tabs';

const DossierOf = ({ id }: { id: string }) => {
  const say = useSay();
  const desk = useDesk();
  const dossier = useLoaded(useCallback(() => desk.dossier(id), [desk, id]));
  const { data, reload } = dossier;
  return (
    <DeskPage
      title={data?.description ?? say('desk.dossier.title')}
      subtitle={data && say('desk.dossier.numbered', { number: data.number })}
      back={{ to: '/dossiers', label: say('desk.dossiers.title') }}
      primaryAction={data && <EditDossierButton dossier={data} onChanged={() => void reload()} />}
    >
      <Layouts.Content>
        <LoadedView loaded={dossier}>
          {(found) => (
            <>
              <Grid.Root gap={4} paddingBottom={6}>
                <Grid.Item col={8} s={12} xs={12} alignItems="stretch">
                  <DossierFacts dossier={found} onChanged={() => void reload()} />
                </Grid.Item>
                <Grid.Item col={4} s={12} xs={12} alignItems="stretch">
                  <ClientCard client={found.client} />
                </Grid.Item>
              </Grid.Root>
              <DossierTabs dossier={found} onChanged={() => void reload()} />
            </>
          )}
        </LoadedView>
      </Layouts.Content>
    </DeskPage>
  );
};

export const DossierPage = () => {
  const { id = '' } = useParams();
  // Keyed, so that nothing of one dossier is ever shown or sent under another.
  return <DossierOf key={id} id={id} />;
};
