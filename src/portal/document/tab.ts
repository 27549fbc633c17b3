/** The tabs of a dossier in which documents stand. */
export type Tab = 'correspondence' | 'documents' | 'provided';
