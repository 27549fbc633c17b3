import type { ProgressTemplate } from '../../../contract/progress-template';
import { database } from '../../../db';

/** More than anybody looks through. */
const MOST = 200;

interface Row {
  document_id: string;
  name: string;
  /** One a line. */
  steps: string;
}

const stepsIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The firm's templates by their names: office content, which all of the staff may see. One query. */
export const listTemplates = async (): Promise<ProgressTemplate[]> => {
  const rows = await database()('progress_templates')
    .orderBy(['name', 'id'])
    .limit(MOST)
    .select<Row[]>('document_id', 'name', 'steps');
  return rows.map(({ document_id: id, name, steps }) => ({ id, name, steps: stepsIn(steps) }));
};

export default { listTemplates };
