import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { Outlet, useParams } from 'react-router-dom';
import { documentViewSchema, type DocumentView } from '../../contract/document';
import { dossierQuestion } from './dossier-api';
import { useUploads } from '../../sending/uploads';
import { sendingTo } from '../document/upload';
import { useRefused } from '../document/upload-rules';
import { Loaded } from '../ui/loaded';
import { useResource } from '../ui/resource';
import { useToast } from '../ui/toast';
import type { OpenDossier } from './dossier-context';

const lastShown = (): OpenDossier['shown'] => {
  let last: string | null = null;
  return {
    note: (documentId) => {
      last = documentId;
    },
    isBackFrom: (documentId) => {
      if (last !== documentId) return false;
      last = null;
      return true;
    },
  };
};

function Dossier({ dossierId }: { dossierId: string }) {
  const intl = useIntl();
  const say = useToast();
  const shown = useMemo(() => lastShown(), []);
  const resource = useResource(useMemo(() => dossierQuestion(dossierId), [dossierId]));
  const { reload } = resource;

  const refused = useRefused(resource.value?.uploadRules);
  const send = useMemo(() => sendingTo(dossierId, 'dossier', documentViewSchema), [dossierId]);
  const { add, ...sent } = useUploads<DocumentView>(
    useCallback(
      (document: DocumentView) => {
        reload();
        say(intl.formatMessage({ id: 'document.upload.done' }, { name: document.name }));
      },
      [intl, reload, say],
    ),
  );
  const uploads = {
    ...sent,
    add: (files: readonly File[]) => add(files, (file, told) => refused(file) ?? send(file, told)),
  };
  return (
    <Loaded resource={resource} page lines={6}>
      {(dossier) => <Outlet context={{ dossier, reload, uploads, shown } satisfies OpenDossier} />}
    </Loaded>
  );
}

/** Loads the dossier for all pages below it. */
export function DossierPage() {
  const { dossierId = '' } = useParams();
  return <Dossier key={dossierId} dossierId={dossierId} />;
}
