import { ChevronLeft, MessageSquareText } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useParams } from 'react-router-dom';
import type { DocumentView } from '../../../contract/document';
import { useDossier } from '../../dossier/dossier-context';
import { PANE_ID, RemarksPane } from '../../remark/remarks-pane';
import { Button } from '../../ui/button';
import { NotFound } from '../../ui/not-found';
import { PageHeading } from '../../ui/page-heading';
import { DownloadLink } from '../document-row';
import { DownloadNote } from '../download-note';
import { useDownloads } from '../downloads';
import type { Tab } from '../tab';
import { Content } from './content';

const TABS = {
  correspondence: 'dossier.tab.correspondence',
  documents: 'dossier.tab.documents',
  provided: 'dossier.tab.provided',
} as const satisfies Record<Tab, string>;

function BackToTab({ tab }: { tab: Tab }) {
  const intl = useIntl();
  const { dossier } = useDossier();
  const values = { tab: intl.formatMessage({ id: TABS[tab] }), dossier: dossier.description };
  return (
    <Link to={`/dossiers/${dossier.id}/${tab}`} className="back">
      <ChevronLeft aria-hidden="true" />
      <FormattedMessage id="document.back.link" values={values} />
    </Link>
  );
}

/** On a phone the remarks stand below all of the document. */
function ToRemarks({ remarks }: Pick<DocumentView, 'remarks'>) {
  const lead = (): void => {
    const pane = document.getElementById(PANE_ID);
    pane?.scrollIntoView();
    pane?.focus({ preventScroll: true });
  };
  return (
    <p className="to-remarks">
      <Button onPress={lead}>
        <MessageSquareText aria-hidden="true" />
        {remarks.total > 0 ? (
          <FormattedMessage id="remark.mark.text" values={{ ...remarks }} />
        ) : (
          <FormattedMessage id="remark.pane.title" />
        )}
      </Button>
    </p>
  );
}

function Shown({ document, onGone }: { document: DocumentView; onGone: () => void }) {
  const { reload, shown } = useDossier();
  const downloads = useDownloads(reload);
  const { id, name, abilities } = document;
  useEffect(() => shown.note(id), [shown, id]);
  return (
    <>
      <div className="viewer-head">
        <PageHeading words={name} />
        {abilities.download && (
          <DownloadLink
            id={id}
            name={name}
            kind={abilities.view ? 'plain' : 'primary'}
            onPress={() => downloads.note(name)}
          />
        )}
        <ToRemarks remarks={document.remarks} />
      </div>
      <DownloadNote name={downloads.last} />
      <div className="document-sides">
        <div className="document-side">
          <Content document={document} canView={abilities.view} onOpened={reload} onGone={onGone} />
        </div>
        <RemarksPane documentId={id} />
      </div>
    </>
  );
}

/** One document, to be read here (R61). What is not of this tab, withdrawn or another's is not found. */
function DocumentOf({ tab, documentId }: { tab: Tab; documentId: string }) {
  const { dossier, reload } = useDossier();
  const [gone, setGone] = useState(false);
  const onGone = useCallback(() => setGone(true), []);
  // The list to which its reader goes back knows what was read here.
  useEffect(() => reload, [reload]);
  const document = dossier.documents.find(({ id, shelf }) => id === documentId && shelf === tab);
  if (!document || gone) return <NotFound />;
  return (
    <>
      <BackToTab tab={tab} />
      <Shown document={document} onGone={onGone} />
    </>
  );
}

export function DocumentPage({ tab }: { tab: Tab }) {
  const { documentId = '' } = useParams();
  return <DocumentOf key={documentId} tab={tab} documentId={documentId} />;
}
