import { lazy, Suspense } from 'react';
import { useFirm } from '../firm/firm';
import { Skeleton } from '../ui/loaded';
import { MailRequest } from './mail-request';
import { useInvitation } from './invitation';

const CodePage = lazy(async () => ({ default: (await import('./code-page')).CodePage }));

/** Where an invitation leads: on by a second mail (R4), or by the code that the firm has handed over (R5). */
export function ActivationPage() {
  const { activationWay } = useFirm();
  const invitation = useInvitation();
  if (activationWay === 'mail') return <MailRequest />;
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <CodePage invitation={invitation} />
    </Suspense>
  );
}
