import { Folder, ListChecks, UserPen, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router-dom';
import type { HomeView } from '../../contract/home';
import type { TextId } from '../ui/text-id';

interface Props {
  to: string;
  icon: LucideIcon;
  name: TextId;
  children: ReactNode;
}

const Tile = ({ to, icon: Icon, name, children }: Props) => (
  <li className="tile">
    <Icon aria-hidden="true" className="tile-icon" />
    <div>
      <Link to={to} className="tile-name stretched">
        <FormattedMessage id={name} />
      </Link>
      <p className="tile-fact">{children}</p>
    </div>
  </li>
);

/** The three parts of the portal with what is in them (R40, R41, R43). */
export const Tiles = ({ home: { dossiers, openActions } }: { home: HomeView }) => (
  <ul className="tiles">
    <Tile to="/dossiers" icon={Folder} name="dossier.list.title">
      <FormattedMessage
        id="home.tile.dossiers"
        values={{ inProgress: dossiers.inProgress, total: dossiers.total }}
      />
    </Tile>
    <Tile to="/actions" icon={ListChecks} name="actions.title">
      <FormattedMessage id="actions.count" values={{ count: openActions }} />
    </Tile>
    <Tile to="/details" icon={UserPen} name="account.details.title">
      <FormattedMessage id="home.tile.details" />
    </Tile>
  </ul>
);
