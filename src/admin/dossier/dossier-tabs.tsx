import { Box, Tabs } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { DeskDossier } from '../../contract/dossier';
import { DocumentsTab } from '../document/documents-tab';
import { RefusedUploadsTab } from '../document/refused-uploads-tab';
import { usePublications } from '../document/publications';
import { useComposer } from '../message/composer';
import { MessagesTab } from '../message/messages-tab';
import { ProofTab } from '../proof/proof-tab';
import { useSay } from '../words';

const TABS = ['documents', 'messages', 'proof', 'refused-uploads'] as const;
type Tab = (typeof TABS)[number];

interface DossierTabsProps {
  dossier: DeskDossier;
  onChanged: () => void;
}

/** The parts of a dossier. The open one stands in the address. */
export const DossierTabs = ({ dossier, onChanged }: DossierTabsProps) => {
  const say = useSay();
  const navigate = useNavigate();
  const { tab, itemId } = useParams();
  // Kept above the tabs: uploads go on, and a half-written message stays, while another tab is open.
  const publications = usePublications(dossier);
  const composer = useComposer(dossier, onChanged);
  const open = TABS.find((candidate) => candidate === tab) ?? 'documents';
  const labels: Record<Tab, string> = {
    documents: say('desk.tab.documents'),
    messages: say('desk.tab.messages', { count: dossier.unreadMessages }),
    proof: say('desk.tab.proof'),
    'refused-uploads': say('desk.tab.refused-uploads'),
  };
  const contents: Record<Tab, ReactNode> = {
    documents: <DocumentsTab dossier={dossier} documentId={itemId} publications={publications} />,
    messages: <MessagesTab dossier={dossier} messageId={itemId} composer={composer} onOpened={onChanged} />,
    proof: <ProofTab dossierId={dossier.id} number={dossier.number} />,
    'refused-uploads': <RefusedUploadsTab dossierId={dossier.id} />,
  };
  return (
    <Tabs.Root
      variant="simple"
      value={open}
      onValueChange={(next) => navigate(`/dossiers/${dossier.id}/${next}`)}
    >
      <Box overflow="auto" maxWidth="100%">
        <Tabs.List aria-label={say('desk.tab.label')}>
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name}>
              {labels[name]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Box>
      {TABS.map((name) => (
        <Tabs.Content key={name} value={name}>
          <Box paddingTop={6} paddingBottom={8}>
            {contents[name]}
          </Box>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
};
