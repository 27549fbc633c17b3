import { lazy, Suspense } from 'react';
import { Skeleton } from '../ui/loaded';
import { MailRequest } from './mail-request';
import { useInvitation } from './invitation';

const CodePage = lazy(async () => ({ default: (await import('./code-page')).CodePage }));

/** Where an invitation leads: on by a second mail (R4), or by the code that the firm has handed over (R5). */
export function ActivationPage() {
  const invitation = useInvitation();
  if (invitation?.way === 'mail') return <MailRequest />;
  return (
    <Suspense fallback={<Skeleton page lines={6} />}>
      {invitation ? <CodePage invitation={invitation} /> : <Skeleton page lines={6} />}
    </Suspense>
  );
}
