import { CircleAlert, RotateCw, X } from 'lucide-react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { PortalError } from '../answer';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Size } from '../ui/format';
import type { Outgoing, Uploads } from './uploads';

/** Refusals of the moment; the same file may well arrive at the next try. */
const PASSING: readonly string[] = [
  'unreachable',
  'unreadable',
  'unexpected',
  'scanner-unavailable',
  'key-unavailable',
  'storage-unavailable',
];

function Progress({ one: { file, state, share } }: { one: Outgoing }) {
  const intl = useIntl();
  return (
    <ProgressBar
      className="upload-progress"
      aria-label={intl.formatMessage({ id: 'document.upload.progress' }, { name: file.name })}
      value={share * 100}
    >
      {({ percentage }) => (
        <>
          <div className="bar" aria-hidden="true">
            <div className="bar-fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
          <span className="upload-state">
            {state === 'waiting' && <FormattedMessage id="document.upload.waiting" />}
            {state === 'sending' && share < 1 && <FormattedNumber value={share} style="percent" />}
            {state === 'sending' && share >= 1 && <FormattedMessage id="document.upload.scanning" />}
          </span>
        </>
      )}
    </ProgressBar>
  );
}

/** The button that was pressed goes away with its file: the focus moves to the group it stood in. */
export const focusUploads = (within: Element): void =>
  within.closest<HTMLElement>('[data-uploads]')?.focus({ preventScroll: true });

/** The server's reason, at the file it is about. */
function Refusal({ error }: { error: PortalError }) {
  const errorText = useErrorText();
  return (
    <p className="upload-refusal" role="alert">
      <CircleAlert aria-hidden="true" />
      <span>{errorText(error)}</span>
    </p>
  );
}

function Row({ one, uploads }: { one: Outgoing; uploads: Uploads }) {
  const intl = useIntl();
  const { key, file, state, error } = one;
  const refused = state === 'refused';
  const name = file.name;
  return (
    <li className="upload" data-state={state}>
      <div className="upload-head">
        <span className="upload-name">{name}</span>
        <span className="upload-size">
          <Size bytes={file.size} />
        </span>
        {refused && error && PASSING.includes(error.code) && (
          <Button
            kind="icon"
            aria-label={intl.formatMessage({ id: 'document.upload.again' }, { name })}
            onPress={() => uploads.again(key)}
          >
            <RotateCw aria-hidden="true" />
          </Button>
        )}
        <Button
          kind="icon"
          aria-label={intl.formatMessage(
            { id: refused ? 'document.upload.dismiss' : 'document.upload.cancel' },
            { name },
          )}
          onPress={({ target }) => {
            focusUploads(target);
            uploads.drop(key);
          }}
        >
          <X aria-hidden="true" />
        </Button>
      </div>
      {refused && error ? <Refusal error={error} /> : <Progress one={one} />}
    </li>
  );
}

/** The files that are on their way or were refused. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const intl = useIntl();
  if (uploads.outgoing.length === 0) return null;
  return (
    <ul className="uploads" aria-label={intl.formatMessage({ id: 'document.upload.label' })}>
      {uploads.outgoing.map((one) => (
        <Row key={one.key} one={one} uploads={uploads} />
      ))}
    </ul>
  );
}
