import { ChevronDown, ChevronUp, MoveHorizontal, ZoomIn, ZoomOut, type LucideIcon } from 'lucide-react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { Button } from '../../ui/button';
import type { TextId } from '../../ui/text-id';
import type { Zoom } from './zoom';

export interface Pages {
  count: number;
  current: number;
  goTo: (page: number) => void;
}

interface ActProps {
  textId: TextId;
  icon: LucideIcon;
  onPress: (() => void) | undefined;
}

function Act({ textId, icon: Icon, onPress }: ActProps) {
  const intl = useIntl();
  return (
    <Button
      kind="icon"
      aria-label={intl.formatMessage({ id: textId })}
      isDisabled={!onPress}
      onPress={() => onPress?.()}
    >
      <Icon aria-hidden="true" />
    </Button>
  );
}

function PageActs({ pages: { count, current, goTo } }: { pages: Pages }) {
  const turn = (page: number) => (page >= 1 && page <= count ? () => goTo(page) : undefined);
  return (
    <div className="viewer-acts">
      <Act textId="document.viewer.previous" icon={ChevronUp} onPress={turn(current - 1)} />
      <span role="status" className="viewer-count">
        <FormattedMessage id="document.viewer.page" values={{ page: current, pages: count }} />
      </span>
      <Act textId="document.viewer.next" icon={ChevronDown} onPress={turn(current + 1)} />
    </div>
  );
}

/** Page by page, and larger or smaller. */
export function ViewerBar({ pages, zoom }: { pages?: Pages; zoom: Zoom }) {
  const intl = useIntl();
  return (
    <div className="viewer-bar" role="group" aria-label={intl.formatMessage({ id: 'document.viewer.bar' })}>
      {pages && <PageActs pages={pages} />}
      <div className="viewer-acts viewer-zoom">
        <Act textId="document.viewer.reduce" icon={ZoomOut} onPress={zoom.reduce} />
        <span className="viewer-count">
          <FormattedNumber value={zoom.scale} style="percent" />
        </span>
        <Act textId="document.viewer.enlarge" icon={ZoomIn} onPress={zoom.enlarge} />
        <Act textId="document.viewer.fit" icon={MoveHorizontal} onPress={zoom.fits ? undefined : zoom.fit} />
      </div>
    </div>
  );
}
