import { forwardRef, type ReactNode, type UIEvent } from 'react';
import { useIntl } from 'react-intl';

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
  const intl = useIntl();
  return (
    <div
      ref={ref}
      className="viewer-window"
      role="region"
      aria-label={intl.formatMessage({ id: 'document.viewer.label' }, { name })}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached by keyboard.
      tabIndex={0}
      onScroll={onScroll}
    >
      {children}
    </div>
  );
});
