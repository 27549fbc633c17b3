import { ChevronLeft } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router-dom';
import type { DossierView } from '../../contract/dossier';

/** Leads back to the list, and says which dossier this belongs to. */
export const BackToMessages = ({ dossier }: { dossier: DossierView }) => (
  <Link to={`/dossiers/${dossier.id}/messages`} className="back">
    <ChevronLeft aria-hidden="true" />
    <FormattedMessage id="message.back.link" values={{ dossier: dossier.description }} />
  </Link>
);
