import { FormattedMessage } from 'react-intl';
import type { Viewing } from '../../../viewing/bytes';
import { FileView } from '../../../viewing/file-view';
import { Empty } from '../../ui/empty';
import { PortalViewer } from './side';

/** The file itself, as its kind can be shown. */
export function Content({ canView, ...viewing }: Viewing & { canView: boolean }) {
  if (!canView)
    return (
      <Empty>
        <FormattedMessage id="document.viewer.download-only" />
      </Empty>
    );
  return (
    <PortalViewer>
      <FileView {...viewing} />
    </PortalViewer>
  );
}
