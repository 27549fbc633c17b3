import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { STEPS_MAX } from '../../contract/progress-step';
import type { Form } from '../ui/form';
import { Notice } from '../ui/notice';
import { useSay } from '../words';
import { useFocusNext } from './focus-next';
import { rowPart, StepRow } from './step-row';
import { added, moved, typedStep, type TypedStep } from './typed-steps';

const ADD = 'add-step';

/** What is done with the rows, each time with the focus where the hands go on. */
const useRows = ({ values: { steps }, change }: Form<{ steps: TypedStep[] }>) => {
  const say = useSay();
  const focusNext = useFocusNext();
  const [said, setSaid] = useState('');
  const add = (place: number) => {
    if (steps.length >= STEPS_MAX) return;
    const step = typedStep();
    change({ steps: added(steps, place, step) });
    focusNext(rowPart(step, 'label'));
  };
  const move = (step: TypedStep, from: number, to: number) => {
    const onwards = to < from ? 'up' : 'down';
    const isAtEnd = to === 0 || to === steps.length - 1;
    change({ steps: moved(steps, from, to) });
    focusNext(rowPart(step, isAtEnd ? 'label' : onwards));
    setSaid(say('desk.progress.moved', { label: step.label, place: to + 1, all: steps.length }));
  };
  const remove = (step: TypedStep, place: number) => {
    const neighbour = steps[place + 1] ?? steps[place - 1];
    change({ steps: steps.filter((one) => one !== step) });
    focusNext(neighbour === undefined ? ADD : rowPart(neighbour, 'label'));
    setSaid(say('desk.progress.removed', { label: step.label }));
  };
  const edit = (step: TypedStep, typed: Partial<TypedStep>) =>
    change({ steps: steps.map((one) => (one === step ? { ...one, ...typed } : one)) });
  return { said, add, move, remove, edit };
};

/** The list as it is typed, for keys and mouse alike. */
export const StepRows = ({ form }: { form: Form<{ steps: TypedStep[] }> }) => {
  const say = useSay();
  const { steps } = form.values;
  // Only a template can bring more than can be added here.
  const tooMany = form.faultOf('steps');
  const { said, add, move, remove, edit } = useRows(form);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="pi" textColor="neutral600">
        {say('desk.progress.hint')}
      </Typography>
      {tooMany !== undefined && <Notice variant="danger">{tooMany}</Notice>}
      {steps.length > 0 && (
        <Flex
          tag="ol"
          direction="column"
          alignItems="stretch"
          gap={4}
          aria-label={say('desk.progress.title')}
        >
          {steps.map((step, place) => (
            <StepRow
              key={step.key}
              step={step}
              place={place}
              isLast={place === steps.length - 1}
              fault={form.faultOf(`steps.${place}.label`)}
              onChange={(typed) => edit(step, typed)}
              onMove={(to) => move(step, place, to)}
              onRemove={() => remove(step, place)}
              onEnter={() => step.label.trim() !== '' && add(place + 1)}
            />
          ))}
        </Flex>
      )}
      <Box>
        <Button
          id={ADD}
          variant="secondary"
          startIcon={<Plus />}
          disabled={steps.length >= STEPS_MAX}
          onClick={() => add(steps.length)}
        >
          {say('desk.progress.add')}
        </Button>
      </Box>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Flex>
  );
};
