import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { TextId } from '../ui/text-id';

interface Props {
  /** Also the section's place in the address, behind the `#`. */
  id: string;
  titleId: TextId;
  children: ReactNode;
}

/** One subject of "My details" under its heading. */
export const Section = ({ id, titleId, children }: Props) => (
  <section id={id} tabIndex={-1} aria-labelledby={`${id}-title`} className="account-section">
    <h2 id={`${id}-title`}>
      <FormattedMessage id={titleId} />
    </h2>
    {children}
  </section>
);
