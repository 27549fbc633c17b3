import { useLocation, useParams } from 'react-router-dom';
import { Inside } from './inside';
import { Outside } from './outside';
import { useSession } from './session';

/** What anybody may read, signed in or not; it stands in the frame of who reads it, and so does that there is no such page. */
const FOR_ANYBODY = ['/help', '/news'];

const useForAnybody = (): boolean => {
  const { pathname } = useLocation();
  const { '*': unknown, dossierId } = useParams();
  return FOR_ANYBODY.includes(pathname) || (unknown !== undefined && dossierId === undefined);
};

/** The frame around the pages behind the sign-in, and around those on both sides of it. */
export function PortalFrame() {
  const { state } = useSession();
  const isForAnybody = useForAnybody();
  const isOutside = state !== 'in' && state !== 'unknown';
  return isOutside && isForAnybody ? <Outside /> : <Inside />;
}
