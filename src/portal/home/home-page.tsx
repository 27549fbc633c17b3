import './home.css';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Navigate } from 'react-router-dom';
import type { HomeView } from '../../contract/home';
import { useSession } from '../session/session';
import { Loaded } from '../ui/loaded';
import { PageHeading, useMoved } from '../ui/page-heading';
import { useHome } from './home-context';
import { Tiles } from './tiles';
import { Unread } from './unread';

const DAWN = 6;
const NOON = 12;
const EVENING = 18;

const partOfDay = (hour: number): string => {
  if (hour < DAWN || hour >= EVENING) return 'evening';
  return hour < NOON ? 'morning' : 'afternoon';
};

function Greeting() {
  const intl = useIntl();
  const name = useSession().account?.name ?? '';
  return (
    <PageHeading
      textId="home.greeting"
      values={{ part: partOfDay(new Date().getHours()), name }}
      title={intl.formatMessage({ id: 'home.title' })}
    />
  );
}

const Shown = ({ home }: { home: HomeView }) => (
  <>
    <Greeting />
    <Tiles home={home} />
    <Unread home={home} />
  </>
);

/** What there is, what is to be done, and what is new (R40, R41, R43, R44). */
export function HomePage() {
  const home = useHome();
  const { value, reload } = home;
  const isKnown = useRef(value !== null);
  const moved = useMoved();
  // What was loaded on another page may be out of date; what loads for this one, or came with it, is not asked for twice.
  useEffect(() => {
    if (isKnown.current && moved.current) reload();
  }, [reload, moved]);
  return (
    <Loaded resource={home} page lines={5}>
      {(shown) => <Shown home={shown} />}
    </Loaded>
  );
}

/** Where the portal's own address and a sign-in lead: into the dossier of who has just one (R42), else Home. */
export function LandingPage() {
  const only = useHome().value?.dossiers.only;
  return only ? <Navigate to={`/dossiers/${only}`} replace /> : <HomePage />;
}
