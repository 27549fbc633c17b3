import type { DossierStatus as DossierState } from '../../contract/dossier';
import { StatusLabel } from '../ui/status-label';
import { useSay } from '../words';

const VARIANTS = { 'in-progress': 'secondary', closed: 'neutral' } as const;

/** Whether the firm still works on it. */
export const DossierStatus = ({ status }: { status: DossierState }) => {
  const say = useSay();
  return <StatusLabel variant={VARIANTS[status]}>{say(`desk.status.${status}`)}</StatusLabel>;
};
