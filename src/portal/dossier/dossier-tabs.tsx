import { ChevronLeft } from 'lucide-react';
import { useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, Navigate, Outlet, useLocation, useNavigate } from 'react-router-dom';
import { DOSSIER_TABS, firstTab, type DossierTab, type DossierView } from '../../contract/dossier';
import { useHome } from '../home/home-context';
import { PageHeading } from '../ui/page-heading';
import { useDossier } from './dossier-context';
import { BACK_TO_LIST, usePlaceInList } from './dossier-list-context';
import { DossierFacts } from './dossier-facts';
import { DossierProgress } from './dossier-progress';

// In /dossiers/<id>/<tab>.
const TAB_PLACE = 3;
const TEXTS = {
  correspondence: 'dossier.tab.correspondence',
  documents: 'dossier.tab.documents',
  provided: 'dossier.tab.provided',
  messages: 'dossier.tab.messages',
} as const satisfies Record<DossierTab, string>;

/** `/dossiers/:id` itself: leads to the tab worth seeing first. */
export const FirstTab = () => <Navigate to={firstTab(useDossier().dossier)} replace />;

const TabLabel = ({ tab, counts }: { tab: DossierTab; counts: DossierView['counts'] }) => (
  <Tab id={tab} className="tab">
    <span className="tab-name">
      <FormattedMessage id={TEXTS[tab]} />
    </span>{' '}
    <span className="tab-count">
      {counts[tab].total}
      {counts[tab].unread > 0 && (
        <strong className="tab-unread">
          {' '}
          <FormattedMessage id="dossier.tab.unread" values={{ count: counts[tab].unread }} />
        </strong>
      )}
    </span>
  </Tab>
);

/** Back to the list as it was left, for who has more than this one dossier. */
function BackToList({ dossierId }: { dossierId: string }) {
  const dossiers = useHome().value?.dossiers;
  const place = usePlaceInList();
  useEffect(() => place.noteOpened(dossierId), [place, dossierId]);
  if (dossiers === undefined || dossiers.total < 2) return null;
  return (
    <Link to={`/dossiers${place.search()}`} state={BACK_TO_LIST} className="back">
      <ChevronLeft aria-hidden="true" />
      <FormattedMessage id="dossier.list.title" />
    </Link>
  );
}

/** The dossier: its facts, its progress, and the four tabs (R52). */
export function DossierTabs() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const open = useDossier();
  const { dossier } = open;
  const selected = DOSSIER_TABS.find((tab) => pathname.split('/')[TAB_PLACE] === tab) ?? 'documents';
  return (
    <>
      <BackToList dossierId={dossier.id} />
      <PageHeading words={dossier.description} />
      <DossierFacts dossier={dossier} />
      <DossierProgress steps={dossier.progress} />
      <Tabs
        className="tabs"
        selectedKey={selected}
        onSelectionChange={(tab) => navigate(`/dossiers/${dossier.id}/${String(tab)}`, { replace: true })}
      >
        <TabList className="tab-list" aria-label={intl.formatMessage({ id: 'dossier.tab.label' })}>
          {DOSSIER_TABS.map((tab) => (
            <TabLabel key={tab} tab={tab} counts={dossier.counts} />
          ))}
        </TabList>
        {DOSSIER_TABS.map((tab) => (
          <TabPanel key={tab} id={tab} className="tab-panel">
            <Outlet context={open} />
          </TabPanel>
        ))}
      </Tabs>
    </>
  );
}
