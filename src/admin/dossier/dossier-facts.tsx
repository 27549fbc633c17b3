import { Box, Flex, Typography } from '@strapi/design-system';
import type { DeskDossier } from '../../contract/dossier';
import { ProgressButton } from '../progress-step/progress-button';
import { PhoneButton } from '../staff-profile/phone-button';
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

const contactText = ({ contact }: DeskDossier, say: Say): string => {
  if (contact === null) return say('desk.none');
  const { name, phone } = contact;
  return phone === null ? name : say('desk.dossier.contact.phone', { name, phone });
};

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
        <Fact name={say('desk.dossier.progress')}>
          <Flex gap={3} wrap="wrap">
            <Typography>{progressText(dossier, say)}</Typography>
            <ProgressButton dossier={dossier} onChanged={onChanged} />
          </Flex>
        </Fact>
        <Fact name={say('desk.dossier.contact')}>
          <Flex gap={3} wrap="wrap">
            <Typography>{contactText(dossier, say)}</Typography>
            {dossier.contact?.abilities.changePhone && (
              <PhoneButton contact={dossier.contact} onChanged={onChanged} />
            )}
          </Flex>
        </Fact>
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
