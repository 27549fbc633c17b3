import { lazy, Suspense } from 'react';
import { useSession } from '../session/session';
import { PageHeading } from '../ui/page-heading';
import './account.css';
import { ConfirmationProvider } from './confirmation';
import { EmailSection } from './email-section';
import { LanguageSection } from './language-section';
import { MailsSection } from './mails-section';
import { OwnDataSection } from './own-data-section';
import { PasswordSection } from './password-section';
import { SessionsSection } from './sessions-section';
import { SecondStepSection } from './second-step-section';

/** For companies alone: everybody else does not wait for it. */
const CompanySection = lazy(() => import('./company-section'));

/** R40: "My details", made of sections; each stands in a file of its own. */
export function DetailsPage() {
  const { account } = useSession();
  if (!account) return null;
  return (
    <ConfirmationProvider>
      <PageHeading textId="account.details.title" />
      <div className="account-sections">
        <LanguageSection account={account} />
        <EmailSection />
        <MailsSection />
        <PasswordSection />
        <SecondStepSection />
        <SessionsSection />
        <OwnDataSection />
        <Suspense fallback={null}>
          <CompanySection />
        </Suspense>
      </div>
    </ConfirmationProvider>
  );
}
