import { useLocation } from 'react-router-dom';
import { Inside } from './inside';
import { Outside } from './outside';
import { useSession } from './session';

/** What anybody may read, signed in or not; it stands in the frame of who reads it. */
const FOR_ANYBODY = ['/help', '/news'];

/** The frame around the pages behind the sign-in, and around those on both sides of it. */
export function PortalFrame() {
  const { state } = useSession();
  const { pathname } = useLocation();
  const isOutside = state !== 'in' && state !== 'unknown';
  return isOutside && FOR_ANYBODY.includes(pathname) ? <Outside /> : <Inside />;
}
