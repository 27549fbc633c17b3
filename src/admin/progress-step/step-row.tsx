import {
  Box,
  Field,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { useIsMobile } from '@strapi/strapi/admin';
import type { KeyboardEvent } from 'react';
import { STEP_STATES, type StepState } from '../../contract/progress-step';
import { useSay } from '../words';
import type { TypedStep } from './typed-steps';

/** Where the focus can be put in a row. */
export const rowPart = ({ key }: TypedStep, part: 'label' | 'up' | 'down'): string => `step-${key}-${part}`;

interface StepRowProps {
  step: TypedStep;
  place: number;
  isLast: boolean;
  fault: string | undefined;
  onChange: (change: Partial<TypedStep>) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  /** Another step is wanted under this one. */
  onEnter: () => void;
}

const LabelField = ({ step, place, fault, onChange, onEnter }: StepRowProps) => {
  const say = useSay();
  const addOnEnter = (event: KeyboardEvent) => {
    // While letters are put together, Enter chooses among them.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <Box flex="4 1 20rem" minWidth={0}>
      <Field.Root name={`steps.${place}.label`} error={fault} id={rowPart(step, 'label')}>
        <TextInput
          aria-label={say('desk.progress.step', { place: place + 1 })}
          value={step.label}
          autoComplete="off"
          onKeyDown={addOnEnter}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
        <Field.Error />
      </Field.Root>
    </Box>
  );
};

const StateField = ({ step, place, onChange }: StepRowProps) => {
  const say = useSay();
  const choose = (chosen: string | number) => {
    const state = STEP_STATES.find((candidate): candidate is StepState => candidate === chosen);
    if (state !== undefined) onChange({ state });
  };
  return (
    <Box flex="1 1 14rem" minWidth={0}>
      <SingleSelect
        aria-label={say('desk.progress.state', { place: place + 1 })}
        value={step.state}
        onChange={choose}
      >
        {STEP_STATES.map((state) => (
          <SingleSelectOption key={state} value={state}>
            {say(`desk.step.state.${state}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
};

const MoveButtons = ({ step, place, isLast, onMove }: StepRowProps) => {
  const say = useSay();
  const called = { place: place + 1 };
  return (
    <Flex gap={1}>
      <IconButton
        id={rowPart(step, 'up')}
        label={say('desk.progress.up', called)}
        disabled={place === 0}
        onClick={() => onMove(place - 1)}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        id={rowPart(step, 'down')}
        label={say('desk.progress.down', called)}
        disabled={isLast}
        onClick={() => onMove(place + 1)}
      >
        <ArrowDown />
      </IconButton>
    </Flex>
  );
};

const RemoveButton = ({ place, onRemove }: StepRowProps) => {
  const say = useSay();
  return (
    <IconButton label={say('desk.progress.remove', { place: place + 1 })} onClick={onRemove}>
      <Trash />
    </IconButton>
  );
};

/** One step of the list: what it is called, how far it is, its place; on a phone in two lines. */
export const StepRow = (props: StepRowProps) =>
  useIsMobile() ? (
    <Flex tag="li" gap={2} direction="column" alignItems="stretch">
      <Flex gap={2} alignItems="flex-start">
        <LabelField {...props} />
        <RemoveButton {...props} />
      </Flex>
      <Flex gap={2}>
        <StateField {...props} />
        <MoveButtons {...props} />
      </Flex>
    </Flex>
  ) : (
    <Flex tag="li" gap={2} alignItems="flex-start">
      <LabelField {...props} />
      <StateField {...props} />
      <MoveButtons {...props} />
      <RemoveButton {...props} />
    </Flex>
  );
