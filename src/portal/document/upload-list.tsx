import { CircleAlert, Pause, Play, RotateCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { mayPass } from '../../sending/line';
import type { Batch, Outgoing, Sending } from '../../sending/uploads';
import { asPortalError } from '../answer';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { FileName } from '../ui/file-name';
import { Size } from '../ui/format';

/** What is said beside the bar. */
function State({ one: { state, share, away } }: { one: Outgoing }) {
  if (state === 'waiting') return <FormattedMessage id="document.upload.waiting" />;
  if (state === 'paused') return <FormattedMessage id="document.upload.paused" />;
  if (away) return <FormattedMessage id="document.upload.away" />;
  if (share >= 1) return <FormattedMessage id="document.upload.scanning" />;
  return <FormattedNumber value={share} style="percent" />;
}

interface BarProps {
  label: string;
  share: number;
  children: ReactNode;
}

function Bar({ label, share, children }: BarProps) {
  return (
    <ProgressBar className="upload-progress" aria-label={label} value={share * 100}>
      {({ percentage }) => (
        <>
          <div className="bar" aria-hidden="true">
            <div className="bar-fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
          <span className="upload-state">{children}</span>
        </>
      )}
    </ProgressBar>
  );
}

/** How far all files are that were chosen together. */
function Whole({ outgoing, arrived }: Batch) {
  const intl = useIntl();
  const left = outgoing.filter(({ state }) => state !== 'refused');
  const count = left.length + arrived.files;
  if (count < 2) return null;
  const total = left.reduce((sum, { file }) => sum + file.size, arrived.bytes);
  const sent = left.reduce((sum, { file, share }) => sum + file.size * share, arrived.bytes);
  return (
    <div className="upload-whole">
      <span className="upload-name">
        <FormattedMessage id="document.upload.all" />
      </span>
      <Bar label={intl.formatMessage({ id: 'document.upload.all' })} share={total === 0 ? 0 : sent / total}>
        <FormattedMessage id="document.upload.count" values={{ done: arrived.files, count }} />
      </Bar>
    </div>
  );
}

/** The button that was pressed goes away with its file: the focus moves to the group it stood in. */
export const focusUploads = (within: Element): void =>
  within.closest<HTMLElement>('[data-uploads]')?.focus({ preventScroll: true });

/** The server's reason, at the file it is about. */
function Refusal({ error }: { error: unknown }) {
  const errorText = useErrorText();
  return (
    <p className="upload-refusal" role="alert">
      <CircleAlert aria-hidden="true" />
      <span>{errorText(asPortalError(error))}</span>
    </p>
  );
}

function Row({ one, uploads }: { one: Outgoing; uploads: Sending }) {
  const intl = useIntl();
  const { key, file, state, error } = one;
  const refused = state === 'refused';
  const name = file.name;
  return (
    <li className="upload" data-state={state}>
      <div className="upload-head">
        <span className="upload-name">
          <FileName name={name} />
        </span>
        <span className="upload-size">
          <Size bytes={file.size} />
        </span>
        {refused && mayPass(error) && (
          <Button
            kind="icon"
            aria-label={intl.formatMessage({ id: 'document.upload.again' }, { name })}
            onPress={() => uploads.again(key)}
          >
            <RotateCw aria-hidden="true" />
          </Button>
        )}
        {!refused && (one.share < 1 || state === 'paused') && (
          <Button
            kind="icon"
            aria-label={intl.formatMessage(
              { id: state === 'paused' ? 'document.upload.resume' : 'document.upload.pause' },
              { name },
            )}
            onPress={() => (state === 'paused' ? uploads.again(key) : uploads.pause(key))}
          >
            {state === 'paused' ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
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
      {refused ? (
        <Refusal error={error} />
      ) : (
        <Bar label={intl.formatMessage({ id: 'document.upload.progress' }, { name })} share={one.share}>
          <State one={one} />
        </Bar>
      )}
    </li>
  );
}

/** The files that are on their way or were refused. */
export function UploadList({ uploads }: { uploads: Sending }) {
  const intl = useIntl();
  if (uploads.outgoing.length === 0) return null;
  return (
    <>
      <Whole {...uploads} />
      <ul className="uploads" aria-label={intl.formatMessage({ id: 'document.upload.label' })}>
        {uploads.outgoing.map((one) => (
          <Row key={one.key} one={one} uploads={uploads} />
        ))}
      </ul>
    </>
  );
}
