import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

interface Props {
  kind: keyof typeof ICONS;
  children: ReactNode;
}

/** A notice that stays on the page; warnings and dangers are read out at once. */
export function Notice({ kind, children }: Props) {
  const Icon = ICONS[kind];
  return (
    <div className={`notice ${kind}`} role={kind === 'warning' || kind === 'danger' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
