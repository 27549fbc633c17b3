import { Box, Flex, Typography } from '@strapi/design-system';
import type { DeskDossier } from '../../contract/dossier';
import { Fact, Facts } from '../ui/fact';
import { useFigures, useSay, type Figures, type Say } from '../words';
import { DossierStatus } from './dossier-status';
import { StaffButton } from './staff-assignment';

const nextStepText = ({ nextStep, nextStepOn }: DeskDossier, say: Say, { day }: Figures): string => {
  if (nextStep && nextStepOn)
    return say('desk.dossier.next-step.dated', { step: nextStep, day: day(nextStepOn) });
  return nextStep ?? (nextStepOn ? day(nextStepOn) : say('desk.none'));
};

const progressText = ({ progress }: DeskDossier, say: Say): string =>
  say('desk.dossier.progress.count', {
    done: progress.filter(({ state }) => state === 'done').length,
    all: progress.length,
  });

interface DossierFactsProps {
  dossier: DeskDossier;
  onChanged: () => void;
}

/** Where the dossier stands, and who works on it. */
export const DossierFacts = ({ dossier, onChanged }: DossierFactsProps) => {
  const say = useSay();
  const figures = useFigures();
  const staff = dossier.staff.map(({ name }) => name).join(', ');
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} height="100%" width="100%">
      <Facts>
        <Fact name={say('desk.dossier.status')}>
          <DossierStatus status={dossier.status} />
        </Fact>
        <Fact name={say('desk.dossier.next-step')}>{nextStepText(dossier, say, figures)}</Fact>
        <Fact name={say('desk.dossier.progress')}>{progressText(dossier, say)}</Fact>
        <Fact name={say('desk.dossier.contact')}>{dossier.contact?.name ?? say('desk.none')}</Fact>
        <Fact name={say('desk.dossier.staff')}>
          <Flex gap={3} wrap="wrap">
            <Typography>{staff || say('desk.none')}</Typography>
            <StaffButton dossier={dossier} onChanged={onChanged} />
          </Flex>
        </Fact>
      </Facts>
    </Box>
  );
};
