import type { LucideIcon } from 'lucide-react';
import { createContext, useContext, type ComponentType, type ReactNode } from 'react';

/** What is said while a file is looked at; each side says it in its own words. */
export type ViewerWord =
  | 'label'
  | 'picture'
  | 'bar'
  | 'page'
  | 'previous'
  | 'next'
  | 'enlarge'
  | 'reduce'
  | 'fit'
  | 'locked'
  | 'damaged'
  | 'page-failed'
  | 'cut'
  | 'interrupted';

/** A button that is an icon; without `onPress` there is nothing to do. */
export interface ActProps {
  label: string;
  icon: LucideIcon;
  onPress: (() => void) | undefined;
}

/** The bytes of a file from `first` up to and without `end`. */
export type ReadPart = (id: string, first: number, end: number, signal?: AbortSignal) => Promise<ArrayBuffer>;

/** What one side of the house brings for looking at files: its words, its parts of a page, and how it asks for bytes. */
export interface ViewerSide {
  say: (word: ViewerWord, values?: Record<string, string | number>) => string;
  /** The part that begins at 0 is asked for once in each reading: on the client's side it makes the document opened. */
  readPart: ReadPart;
  Act: ComponentType<ActProps>;
  Wait: ComponentType;
  /** A sentence on the page, and where there is something to try again, a button for it. */
  Note: ComponentType<{ kind: 'info' | 'warning'; again?: () => void; children: ReactNode }>;
  Failure: ComponentType<{ error: unknown; onRetry: () => void }>;
}

const Side = createContext<ViewerSide | null>(null);

export const ViewerSideProvider = Side.Provider;

export const useSide = (): ViewerSide => {
  const side = useContext(Side);
  if (side === null) throw new Error('A viewer on no side of the house');
  return side;
};
