import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useLocation } from 'react-router-dom';
import { isWholeToken } from '../../contract/session';
import type { PortalError } from '../answer';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { PageHeading } from '../ui/page-heading';

interface MailedLinkPageProps {
  /** The ways on for whoever comes with a link that is cut. */
  ways: ReactNode;
  children: (token: string) => ReactNode;
}

/** Where a mailed link to a new password leads. The token stays in the fragment, which no server sees. */
export function MailedLinkPage({ ways, children }: MailedLinkPageProps) {
  const token = useLocation().hash.slice(1);
  return (
    <>
      <PageHeading textId="session.password.title" />
      {isWholeToken(token) ? (
        children(token)
      ) : (
        <>
          <Notice kind="warning">
            <FormattedMessage id="session.link.incomplete" />
          </Notice>
          {ways}
        </>
      )}
    </>
  );
}

/** Of what the server refused, that the link is used up or too old; it is said before anything is typed. */
export const staleLink = (...refusals: (PortalError | null)[]): PortalError | undefined =>
  refusals.find((refusal) => refusal?.code === 'link-invalid') ?? undefined;

/** Instead of a form that would be filled in in vain. */
export function StaleLink({ error, ways }: { error: PortalError; ways: ReactNode }) {
  const errorText = useErrorText();
  return (
    <>
      <Notice kind="danger">{errorText(error)}</Notice>
      {ways}
    </>
  );
}
