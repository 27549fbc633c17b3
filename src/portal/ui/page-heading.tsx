import { createContext, useContext, useEffect, useRef, type MutableRefObject, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { TextId } from './text-id';

interface Frame {
  /** Stands behind every page's title in the browser's tab. */
  firmName: string;
  /** True once the reader has moved from the first page to another. */
  moved: MutableRefObject<boolean>;
}

export const PageFrame = createContext<Frame | null>(null);

/** Whether the reader came to this page from another one of the portal. */
export const useMoved = (): MutableRefObject<boolean> => {
  const frame = useContext(PageFrame);
  if (!frame) throw new Error('useMoved outside of the frame');
  return frame.moved;
};

interface Props {
  /** The heading as a text of ours … */
  textId?: TextId;
  values?: Record<string, string>;
  /** … or as words of the case. */
  words?: string;
  /** What stands in the browser's tab where the heading would say too little. */
  title?: string;
  before?: ReactNode;
}

/** The page's one h1: names the browser's tab and takes the focus when the reader comes from another page. */
export function PageHeading({ textId, values, words, title, before }: Props) {
  const intl = useIntl();
  const frame = useContext(PageFrame);
  const heading = useRef<HTMLHeadingElement>(null);
  const text = words ?? (textId ? intl.formatMessage({ id: textId }, values) : '');
  const tab = [title ?? text, frame?.firmName].filter(Boolean).join(' – ');

  useEffect(() => {
    document.title = tab;
  }, [tab]);
  useEffect(() => {
    if (frame?.moved.current) heading.current?.focus();
  }, [frame]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {before}
      {text}
    </h1>
  );
}
