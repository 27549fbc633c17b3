import { forwardRef, type ReactNode, type UIEvent } from 'react';
import { useSide } from './side';

interface Props {
  name: string;
  onScroll?: (event: UIEvent<HTMLDivElement>) => void;
  children: ReactNode;
}

/** What a document is seen through; it scrolls by keyboard as by hand. */
export const ViewerWindow = forwardRef<HTMLDivElement, Props>(function ViewerWindow(
  { name, onScroll, children },
  ref,
) {
  const { say } = useSide();
  return (
    <div
      ref={ref}
      className="viewer-window"
      role="region"
      aria-label={say('label', { name })}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by keyboard.
      tabIndex={0}
      onScroll={onScroll}
    >
      {children}
    </div>
  );
});
