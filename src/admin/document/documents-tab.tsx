import { Flex } from '@strapi/design-system';
import { useCallback, useEffect, useState } from 'react';
import type { DeskDocument } from '../../contract/document';
import type { DeskDossier } from '../../contract/dossier';
import { useDesk } from '../api';
import { useLoaded } from '../loaded';
import { Empty } from '../ui/empty';
import { BesideDocument } from '../remark/beside-document';
import { LoadedView } from '../ui/loaded-view';
import { useSay } from '../words';
import { DocumentTable } from './document-table';
import { OpenedDocument } from './opened-document';
import type { Publications } from './publications';
import { Publish } from './publish';
import { ReplaceDialog } from './replace-dialog';

interface DocumentsTabProps {
  dossier: DeskDossier;
  /** The one that is read; without it, the list stands. */
  documentId: string | undefined;
  publications: Publications;
}

export const DocumentsTab = ({ dossier, documentId, publications }: DocumentsTabProps) => {
  const { id: dossierId } = dossier;
  const say = useSay();
  const desk = useDesk();
  const documents = useLoaded(useCallback(() => desk.documents(dossierId), [desk, dossierId]));
  const { reload } = documents;
  const { published } = publications;
  // Kept above the table: on a phone that is turned it becomes a list, and what was chosen stays.
  const [replaced, setReplaced] = useState<DeskDocument>();
  useEffect(() => {
    if (published > 0) void reload();
  }, [published, reload]);
  if (documentId !== undefined)
    return (
      <LoadedView loaded={documents}>
        {(found) => {
          const document = found.find(({ id }) => id === documentId);
          return document ? (
            <OpenedDocument
              key={documentId}
              dossierId={dossierId}
              document={document}
              beside={document.abilities.remarks && <BesideDocument document={document} />}
            />
          ) : (
            <Empty>{say('desk.viewer.gone')}</Empty>
          );
        }}
      </LoadedView>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Publish dossier={dossier} publications={publications} />
      <LoadedView loaded={documents}>
        {(found) =>
          found.length > 0 ? (
            <DocumentTable
              dossierId={dossierId}
              documents={found}
              onReplace={setReplaced}
              onChanged={() => void reload()}
            />
          ) : (
            <Empty>{say('desk.documents.empty')}</Empty>
          )
        }
      </LoadedView>
      {replaced && (
        <ReplaceDialog
          dossier={dossier}
          document={replaced}
          publications={publications}
          onClose={() => setReplaced(undefined)}
        />
      )}
    </Flex>
  );
};
