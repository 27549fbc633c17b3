import './viewer.css';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, Download } from '@strapi/icons';
import { useCallback, useState, type CSSProperties, type ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { useTheme } from 'styled-components';
import type { DeskDocument } from '../../contract/document';
import { FileView } from '../../viewing/file-view';
import { Empty } from '../ui/empty';
import { Notice } from '../ui/notice';
import { useSay } from '../words';
import { useFileAccess } from './file-access';
import { DeskViewer } from './viewer-side';

/** What staff see is noted when its first byte goes out; the page need not hear of it. */
const noteNothing = () => undefined;

/** The panel's colours, light or dark, under the names that the viewer's styles know. */
const useViewerColours = (): CSSProperties => {
  const { colors } = useTheme();
  return {
    '--desk-viewer-border': colors.neutral300,
    '--desk-viewer-surface': colors.neutral0,
    '--desk-viewer-sunk': colors.neutral150,
    '--desk-viewer-text': colors.neutral800,
  } as CSSProperties;
};

const Content = ({ document }: { document: DeskDocument }) => {
  const say = useSay();
  const colours = useViewerColours();
  const [gone, setGone] = useState(false);
  const onGone = useCallback(() => setGone(true), []);
  if (gone) return <Notice variant="danger">{say('desk.viewer.gone')}</Notice>;
  if (!document.abilities.view) return <Empty>{say('desk.viewer.download-only')}</Empty>;
  return (
    <div className="desk-viewer" style={colours}>
      <DeskViewer>
        <FileView document={document} onOpened={noteNothing} onGone={onGone} />
      </DeskViewer>
    </div>
  );
};

interface OpenedDocumentProps {
  dossierId: string;
  document: DeskDocument;
  /** What stands at the right of the document, or below it where there is no room. */
  beside?: ReactNode;
}

/** One document, to be read here. */
export const OpenedDocument = ({ dossierId, document, beside }: OpenedDocumentProps) => {
  const say = useSay();
  const { download } = useFileAccess();
  const { id, name, abilities } = document;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Link tag={NavLink} to={`/dossiers/${dossierId}/documents`} startIcon={<ArrowLeft />}>
        {say('desk.document.back')}
      </Link>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Typography tag="h2" variant="beta" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        {abilities.download && (
          <Button
            variant="secondary"
            startIcon={<Download />}
            aria-label={say('desk.document.download', { name })}
            onClick={() => void download(id, name)}
          >
            {say('desk.document.download.short')}
          </Button>
        )}
      </Flex>
      <Flex alignItems="flex-start" gap={5} wrap="wrap">
        <Box flex="2 1 32rem" minWidth={0}>
          <Content document={document} />
        </Box>
        {beside && (
          <Box flex="1 1 28rem" minWidth={0}>
            {beside}
          </Box>
        )}
      </Flex>
    </Flex>
  );
};
