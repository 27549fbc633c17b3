import { Inside } from '../session/inside';
import { Outside } from '../session/outside';
import { useSession } from '../session/session';

/** Help stands in the frame from which it was asked for. */
export const HelpFrame = () => (useSession().state === 'in' ? <Inside /> : <Outside />);
