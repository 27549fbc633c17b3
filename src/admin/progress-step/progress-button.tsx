import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useState } from 'react';
import type { DeskDossier } from '../../contract/dossier';
import type { ProgressStepView } from '../../contract/progress-step';
import { FormDialog } from '../ui/form-dialog';
import { useSay } from '../words';
import { useKeeping, type Keeping } from './keeping';
import { StepRows } from './step-rows';
import { TemplateProposal } from './template-proposal';

/** The list that somebody else has saved, for comparing it with the own one. */
const Theirs = ({ steps }: { steps: ProgressStepView[] }) => {
  const say = useSay();
  return (
    <Box tag="section" aria-labelledby="their-steps" background="neutral100" hasRadius padding={4}>
      <Typography tag="h3" variant="delta" id="their-steps">
        {say('desk.progress.theirs')}
      </Typography>
      <Box tag="ol" paddingTop={2} paddingBottom={2} paddingLeft={5} style={{ listStyle: 'decimal' }}>
        {steps.map(({ label, state }, place) => (
          <Typography key={place} tag="li" style={{ overflowWrap: 'anywhere' }}>
            {say('desk.progress.their-step', { label, state: say(`desk.step.state.${state}`) })}
          </Typography>
        ))}
      </Box>
      {steps.length === 0 && <Typography tag="p">{say('desk.none')}</Typography>}
      <Typography tag="p">{say('desk.progress.theirs.hint')}</Typography>
    </Box>
  );
};

const Unsaved = ({ startAnew }: Pick<Keeping, 'startAnew'>) => {
  const say = useSay();
  return (
    <Flex gap={3} wrap="wrap">
      <Typography textColor="neutral600">{say('desk.progress.unsaved')}</Typography>
      <TextButton onClick={startAnew}>{say('desk.progress.anew')}</TextButton>
    </Flex>
  );
};

interface ProgressButtonProps {
  dossier: DeskDossier;
  onChanged: () => void;
}

/** Opens the list of steps that the client sees (R53). */
export const ProgressButton = ({ dossier, onChanged }: ProgressButtonProps) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const keeping = useKeeping(dossier, () => {
    setOpen(false);
    onChanged();
  });
  const { form, theirs, isTouched, startAnew } = keeping;
  const show = () => {
    keeping.open();
    setOpen(true);
  };
  return (
    <>
      <TextButton startIcon={<Pencil />} onClick={show}>
        {say('desk.progress.change')}
      </TextButton>
      <FormDialog
        title={say('desk.progress.title')}
        submitLabel={say('desk.progress.save')}
        form={form}
        open={open}
        onOpenChange={setOpen}
      >
        {theirs && <Theirs steps={theirs} />}
        <TemplateProposal form={form} />
        <StepRows form={form} />
        {isTouched && <Unsaved startAnew={startAnew} />}
      </FormDialog>
    </>
  );
};
