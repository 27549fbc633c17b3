import { Flex } from '@strapi/design-system';
import { useCallback, useEffect } from 'react';
import type { DeskDossier } from '../../contract/dossier';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { Empty } from '../ui/empty';
import { LoadedView } from '../ui/loaded-view';
import { useSay } from '../words';
import { DocumentTable } from './document-table';
import type { Publications } from './publications';
import { Publish } from './publish';

interface DocumentsTabProps {
  dossier: DeskDossier;
  publications: Publications;
}

export const DocumentsTab = ({ dossier, publications }: DocumentsTabProps) => {
  const { id: dossierId } = dossier;
  const say = useSay();
  const desk = useDesk();
  const documents = useLoaded(useCallback(() => desk.documents(dossierId), [desk, dossierId]));
  const { reload } = documents;
  const { published } = publications;
  useEffect(() => {
    if (published > 0) void reload();
  }, [published, reload]);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Publish dossier={dossier} publications={publications} />
      <LoadedView loaded={documents}>
        {(found) =>
          found.length > 0 ? (
            <DocumentTable documents={found} onChanged={() => void reload()} />
          ) : (
            <Empty>{say('desk.documents.empty')}</Empty>
          )
        }
      </LoadedView>
    </Flex>
  );
};
