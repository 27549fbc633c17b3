import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import type { DeskDocument, OtherVersion } from '../../contract/document';
import { RemarkCount } from '../remark/remark-count';
import { RemarksButton } from '../remark/remarks-button';
import { Records, type Column } from '../ui/records';
import { useFigures, useSay } from '../words';
import { FileButtons } from './file-buttons';
import { Readings } from './readings';
import { WithdrawButton } from './withdraw-button';

const goneWord = (byClient: boolean, replacedBy: OtherVersion | null) => {
  if (replacedBy) return 'desk.document.replaced';
  return byClient ? 'desk.document.taken-back' : 'desk.document.withdrawn';
};

const NameCell = ({
  document: { name, size, withdrawnAt, byClient, replaces, replacedBy, remarks },
}: {
  document: DeskDocument;
}) => {
  const say = useSay();
  const figures = useFigures();
  return (
    <Box maxWidth="36rem">
      <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {figures.size(size)}
      </Typography>
      <RemarkCount remarks={remarks} />
      {replaces && (
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {say('desk.document.replaces', { name: replaces.name })}
        </Typography>
      )}
      {withdrawnAt && (
        <Typography tag="p" variant="pi" textColor="danger700" style={{ overflowWrap: 'anywhere' }}>
          {say(goneWord(byClient, replacedBy), {
            moment: figures.moment(withdrawnAt),
            name: replacedBy?.name ?? '',
          })}
        </Typography>
      )}
    </Box>
  );
};

interface DocumentTableProps {
  dossierId: string;
  documents: DeskDocument[];
  onReplace: (document: DeskDocument) => void;
  onChanged: () => void;
}

export const DocumentTable = ({ dossierId, documents, onReplace, onChanged }: DocumentTableProps) => {
  const say = useSay();
  const { moment } = useFigures();
  const columns: Column<DeskDocument>[] = [
    { name: say('desk.document.name'), cell: (document) => <NameCell document={document} /> },
    { name: say('desk.document.shelf'), cell: ({ shelf }) => say(`desk.shelf.${shelf}`) },
    { name: say('desk.document.author'), cell: ({ author }) => author },
    { name: say('desk.document.published'), cell: ({ publishedAt }) => moment(publishedAt) },
    {
      name: say('desk.document.readings'),
      cell: ({ byClient, readings, withdrawnAt }) =>
        byClient ? (
          <Typography textColor="neutral600">{say('desk.reading.by-client')}</Typography>
        ) : (
          <Readings readings={readings} withdrawn={withdrawnAt !== null} />
        ),
    },
    {
      name: say('desk.document.actions'),
      cell: (document) => (
        <Flex gap={1}>
          {document.abilities.download && (
            <FileButtons
              dossierId={dossierId}
              id={document.id}
              name={document.name}
              canView={document.abilities.view}
            />
          )}
          {document.abilities.remarks && (
            <RemarksButton id={document.id} name={document.name} onClosed={onChanged} />
          )}
          {document.abilities.replace && (
            <IconButton
              label={say('desk.replace.button', { name: document.name })}
              variant="ghost"
              onClick={() => onReplace(document)}
            >
              <ArrowsCounterClockwise />
            </IconButton>
          )}
          {document.abilities.withdraw && <WithdrawButton document={document} onWithdrawn={onChanged} />}
        </Flex>
      ),
    },
  ];
  return (
    <Records label={say('desk.tab.documents')} columns={columns} records={documents} idOf={({ id }) => id} />
  );
};
