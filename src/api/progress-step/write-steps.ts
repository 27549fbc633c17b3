import type { ProgressStepView } from '../../contract/progress-step';
import { insertRows, type Trx } from '../../db';

/** Writes the steps of a dossier that has none, in their order. */
export const writeSteps = (trx: Trx, dossierId: number, steps: ProgressStepView[]): Promise<void> =>
  insertRows(
    trx,
    'progress_steps',
    steps.map(({ label, state }, position) => ({ dossier_id: dossierId, position, label, state })),
  );
