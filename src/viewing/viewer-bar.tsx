import { ChevronDown, ChevronUp, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import { FormattedNumber } from 'react-intl';
import { useSide } from './side';
import type { Zoom } from './zoom';

export interface Pages {
  count: number;
  current: number;
  goTo: (page: number) => void;
}

function PageActs({ pages: { count, current, goTo } }: { pages: Pages }) {
  const { say, Act } = useSide();
  const turn = (page: number) => (page >= 1 && page <= count ? () => goTo(page) : undefined);
  return (
    <div className="viewer-acts">
      <Act label={say('previous')} icon={ChevronUp} onPress={turn(current - 1)} />
      <span role="status" className="viewer-count">
        {say('page', { page: current, pages: count })}
      </span>
      <Act label={say('next')} icon={ChevronDown} onPress={turn(current + 1)} />
    </div>
  );
}

/** Page by page, and larger or smaller. */
export function ViewerBar({ pages, zoom }: { pages?: Pages; zoom: Zoom }) {
  const { say, Act } = useSide();
  return (
    <div className="viewer-bar" role="group" aria-label={say('bar')}>
      {pages && <PageActs pages={pages} />}
      <div className="viewer-acts viewer-zoom">
        <Act label={say('reduce')} icon={ZoomOut} onPress={zoom.reduce} />
        <span className="viewer-count">
          <FormattedNumber value={zoom.scale} style="percent" />
        </span>
        <Act label={say('enlarge')} icon={ZoomIn} onPress={zoom.enlarge} />
        <Act label={say('fit')} icon={MoveHorizontal} onPress={zoom.fits ? undefined : zoom.fit} />
      </div>
    </div>
  );
}
