import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeskDossier } from '../../contract/dossier';
import {
  isSameList,
  progressChangeSchema,
  type ProgressChange,
  type ProgressStepView,
} from '../../contract/progress-step';
import { useDesk } from '../api';
import { Refusal } from '../refusal';
import { useForm } from '../ui/form';
import { useSay } from '../words';
import { plainSteps, typedSteps, type TypedStep } from './typed-steps';

const isOfSomebodyElse = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'progress-changed';

/**
 * The progress list of a dossier while it is typed. What is not saved stays here when the dialog is closed; where
 * somebody else saved another list meanwhile, that one is shown, and saving again puts the typed one in its place.
 */
export const useKeeping = (dossier: DeskDossier, onSaved: () => void) => {
  const desk = useDesk();
  const say = useSay();
  const { toggleNotification } = useNotification();
  const [seen, setSeen] = useState(dossier.progress);
  const [theirs, setTheirs] = useState<ProgressStepView[] | null>(null);

  const send = async (change: ProgressChange) => {
    try {
      return await desk.keepProgress(dossier.id, change);
    } catch (error) {
      if (isOfSomebodyElse(error)) {
        const { progress } = await desk.dossier(dossier.id);
        setSeen(progress);
        setTheirs(progress);
      }
      throw error;
    }
  };
  const form = useForm({
    empty: { steps: typedSteps(dossier.progress) },
    schema: progressChangeSchema,
    input: ({ steps }: { steps: TypedStep[] }): ProgressChange => ({ seen, steps: plainSteps(steps) }),
    send,
    onSent: ({ steps }) => {
      beginWith(steps);
      toggleNotification({ type: 'success', message: say('desk.progress.saved') });
      onSaved();
    },
  });
  const beginWith = (steps: ProgressStepView[]): void => {
    setSeen(steps);
    setTheirs(null);
    form.reset({ steps: typedSteps(steps) });
  };
  const isTouched = !isSameList(plainSteps(form.values.steps), seen);
  return {
    form,
    theirs,
    isTouched,
    /** Shows the dossier's list as it is now, unless there is something that was not saved. */
    open: () => {
      if (!isTouched) beginWith(dossier.progress);
    },
    /** Forgets what was typed. */
    startAnew: () => beginWith(seen),
  };
};

export type Keeping = ReturnType<typeof useKeeping>;
