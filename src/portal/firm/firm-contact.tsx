import { Mail, Phone } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { Hidden } from '../ui/words';
import { useFirm } from './firm';

export const PhoneLink = ({ number }: { number: string }) => (
  <a href={`tel:${number.replace(/[^\d+]/g, '')}`} className="nowrap">
    {number}
  </a>
);

/** How to reach the firm, as far as it says. */
export function FirmContact() {
  const { phone, email } = useFirm();
  if (!phone && !email) return null;
  return (
    <ul className="firm-contact">
      {phone && (
        <li>
          <Phone aria-hidden="true" />
          <Hidden>
            <FormattedMessage id="firm.contact.phone" />
          </Hidden>
          <PhoneLink number={phone} />
        </li>
      )}
      {email && (
        <li>
          <Mail aria-hidden="true" />
          <Hidden>
            <FormattedMessage id="firm.contact.email" />
          </Hidden>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
    </ul>
  );
}
