import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { useDossier } from '../dossier/dossier-context';
import { Empty } from '../ui/empty';
import { DocumentRow } from './document-row';
import { DownloadAll } from './download-all';
import { DownloadNote } from './download-note';
import { useDownloads } from './downloads';
import { FilePicker } from './file-picker';
import type { Tab } from './tab';
import { UploadList } from './upload-list';

const EMPTY = {
  correspondence: 'document.empty.correspondence',
  documents: 'document.empty.documents',
  provided: 'document.empty.provided',
} as const satisfies Record<Tab, string>;

/** "Provided by me": choose or drop files; each goes straight into the dossier (R67). */
function UploadArea() {
  const intl = useIntl();
  const { dossier, uploads } = useDossier();
  if (!dossier.abilities.upload)
    return dossier.abilities.write ? (
      <p className="quiet-text">
        <FormattedMessage id="document.upload.by-message" />{' '}
        <Link to={`/dossiers/${dossier.id}/messages/new`}>
          <FormattedMessage id="message.new.title" />
        </Link>
      </p>
    ) : null;
  return (
    <div
      className="upload-area"
      role="group"
      aria-label={intl.formatMessage({ id: 'document.upload.button' })}
      tabIndex={-1}
      data-uploads
    >
      <FilePicker textId="document.upload.button" rules={dossier.uploadRules} onFiles={uploads.add} />
      <UploadList uploads={uploads} />
    </div>
  );
}

/** One tab of documents. */
export function DocumentsPage({ tab }: { tab: Tab }) {
  const { dossier, reload } = useDossier();
  const downloads = useDownloads(reload);
  const shown = dossier.documents.filter(({ shelf }) => shelf === tab);
  return (
    <>
      {tab === 'provided' && <UploadArea />}
      <DownloadNote name={downloads.last} />
      {shown.length === 0 ? (
        <Empty>
          <FormattedMessage id={EMPTY[tab]} />
        </Empty>
      ) : (
        <ul className="rows">
          {shown.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              onDownload={() => downloads.note(document.name)}
              onTakenBack={reload}
            />
          ))}
        </ul>
      )}
      <DownloadAll
        dossierId={dossier.id}
        documents={dossier.documents}
        onPress={() => downloads.note(`${dossier.number}.zip`)}
      />
    </>
  );
}
