import { FormattedMessage } from 'react-intl';
import type { DossierStatus } from '../../contract/dossier';

export const STATUS_TEXTS = {
  'in-progress': 'dossier.status.in-progress',
  closed: 'dossier.status.closed',
} as const;

/** A dossier's status as a word. */
export const Status = ({ status }: { status: DossierStatus }) => (
  <span className="status" data-status={status}>
    <FormattedMessage id={STATUS_TEXTS[status]} />
  </span>
);
