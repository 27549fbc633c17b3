import './main-nav.css';
import { CircleHelp, Folder, House, ListChecks, Newspaper, UserPen, type LucideIcon } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, useLocation } from 'react-router-dom';
import { useHome } from '../home/home-context';
import type { TextId } from '../ui/text-id';
import { Hidden } from '../ui/words';

interface Place {
  to: string;
  name: TextId;
  icon: LucideIcon;
}

const HOME: Place = { to: '/home', name: 'home.title', icon: House };
const DOSSIERS: Place = { to: '/dossiers', name: 'dossier.list.title', icon: Folder };
const ACTIONS: Place = { to: '/actions', name: 'actions.title', icon: ListChecks };
const NEWS: Place = { to: '/news', name: 'news.title', icon: Newspaper };
const HELP: Place = { to: '/help', name: 'help.link', icon: CircleHelp };
const DETAILS: Place = { to: '/details', name: 'account.details.title', icon: UserPen };

/** The counter is there whichever part is open, as soon as it is known; 0 means nothing (more) to fill in (R43). */
function Counter() {
  const count = useHome().value?.openActions;
  if (count === undefined) return null;
  return (
    <>
      {' '}
      <span className="nav-count" data-open={count > 0} aria-hidden="true">
        {count}
      </span>
      <Hidden>
        <FormattedMessage id="actions.count" values={{ count }} />
      </Hidden>
    </>
  );
}

/** The portal's own address is Home's too. */
const partOf = (pathname: string): string => pathname.split('/')[1] || 'home';

const Places = ({ places, icons }: { places: Place[]; icons: boolean }) => {
  const part = partOf(useLocation().pathname);
  return places.map(({ to, name, icon: Icon }) => (
    <li key={to}>
      <Link to={to} className="nav-link" aria-current={part === to.slice(1) ? 'page' : undefined}>
        {icons && <Icon aria-hidden="true" />}
        <span>
          <FormattedMessage id={name} />
          {to === ACTIONS.to && <Counter />}
        </span>
      </Link>
    </li>
  ));
};

/** The parts of the portal in the header, on a desk (R45). */
export function HeaderNav() {
  const intl = useIntl();
  return (
    <nav className="header-nav" aria-label={intl.formatMessage({ id: 'page.parts.label' })}>
      <ul>
        <Places places={[HOME, DOSSIERS, ACTIONS, NEWS, HELP]} icons={false} />
      </ul>
    </nav>
  );
}

/** The same at the thumb, on a phone: what is used every day, with words under the icons. */
export function ThumbNav() {
  const intl = useIntl();
  return (
    <nav className="thumb-nav" aria-label={intl.formatMessage({ id: 'page.parts.label' })}>
      <ul>
        <Places places={[HOME, DOSSIERS, ACTIONS, DETAILS]} icons />
      </ul>
    </nav>
  );
}
