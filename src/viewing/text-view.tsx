import { useBytes, type Viewing } from './bytes';
import { useSide } from './side';
import { textOf } from './text-of';
import { TroubleNotice } from './trouble';
import { ViewerWindow } from './viewer-window';

/** More than anybody reads here, and as much as a phone lays out at once. */
const MOST_BYTES = 1024 * 1024;

/** Plain text as text: what looks like a page or a script in it stays letters. */
export function TextView(viewing: Viewing) {
  const { say, Wait, Note } = useSide();
  const { bytes, trouble, retry } = useBytes(viewing, MOST_BYTES);
  const { name, size } = viewing.document;
  if (trouble) return <TroubleNotice trouble={trouble} onRetry={retry} />;
  if (!bytes) return <Wait />;
  return (
    <>
      {size > MOST_BYTES && <Note kind="info">{say('cut')}</Note>}
      <ViewerWindow name={name}>
        <pre className="viewer-text" dir="auto">
          {textOf(bytes, size > MOST_BYTES)}
        </pre>
      </ViewerWindow>
    </>
  );
}
