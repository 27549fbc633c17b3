import { dossierListSchema, dossierViewSchema } from '../../contract/dossier';
import { call, question } from '../api';

export const loadDossiers = (signal?: AbortSignal) => call(dossierListSchema, '/dossiers', { signal });
export const dossierQuestion = (id: string) =>
  question(dossierViewSchema, `/dossiers/${encodeURIComponent(id)}`);
