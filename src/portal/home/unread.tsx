import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router-dom';
import type { HomeView } from '../../contract/home';
import { Empty } from '../ui/empty';
import { LastVisit } from './last-visit';
import { UnreadRows } from './unread-rows';

/** The first visit has none before it. */
const NewTitle = ({ lastVisitAt }: Pick<HomeView, 'lastVisitAt'>) => (
  <h2>
    {lastVisitAt === null ? (
      <FormattedMessage id="home.new.first" />
    ) : (
      <FormattedMessage id="home.new.title" values={{ when: <LastVisit at={lastVisitAt} /> }} />
    )}
  </h2>
);

/** Everything that was shared stands in the dossiers, read or not (R44). */
const Everything = ({ dossiers, unread }: HomeView) =>
  dossiers.total > 0 && (
    <p className="quiet-text">
      {unread.total > unread.items.length && (
        <>
          <FormattedMessage
            id="home.new.more"
            values={{ shown: unread.items.length, total: unread.total }}
          />{' '}
        </>
      )}
      <Link to={dossiers.only ? `/dossiers/${dossiers.only}` : '/dossiers'} className="home-all">
        <FormattedMessage id="home.all.link" />
      </Link>
    </p>
  );

/** What came since the last visit (R44), and apart from it what has been waiting since before. */
export function Unread({ home }: { home: HomeView }) {
  const { lastVisitAt, unread } = home;
  const since = unread.items.filter(({ isNew }) => isNew);
  const before = unread.items.filter(({ isNew }) => !isNew);
  return (
    <>
      <section className="home-part">
        <NewTitle lastVisitAt={lastVisitAt} />
        {since.length > 0 ? (
          <UnreadRows items={since} />
        ) : (
          <Empty>
            <FormattedMessage id="home.new.none" />
          </Empty>
        )}
      </section>
      {before.length > 0 && (
        <section className="home-part">
          <h2>
            <FormattedMessage id="home.before.title" />
          </h2>
          <UnreadRows items={before} />
        </section>
      )}
      <Everything {...home} />
    </>
  );
}
