import { useSide } from './side';

/** Why a file cannot be shown: what the server said, or what the file itself is. */
export type Trouble = Error | 'locked' | 'damaged';

/** Whatever was thrown, as the reason that it is. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

/** Says why there is nothing to see, and what to do; the download stands above. */
export function TroubleNotice({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const { say, Note, Failure } = useSide();
  if (trouble instanceof Error) return <Failure error={trouble} onRetry={onRetry} />;
  return <Note kind="warning">{say(trouble)}</Note>;
}
