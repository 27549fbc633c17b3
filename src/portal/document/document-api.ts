import type { ZipChoice } from '../../contract/document';
import { uploadListSchema, type UploadWay } from '../../contract/upload';
import { BASE, call, nothing } from '../api';

export const uploadsAddress = (dossierId: string, way: UploadWay): string =>
  `${BASE}/dossiers/${encodeURIComponent(dossierId)}/uploads?for=${way}`;
export const uploadAddress = (id: string): string => `${BASE}/uploads/${id}`;
export const loadUploads = (dossierId: string, way: UploadWay) =>
  call(uploadListSchema, `/dossiers/${encodeURIComponent(dossierId)}/uploads?for=${way}`);
export const takeBackDocument = (id: string) => call(nothing, `/documents/${id}`, { method: 'DELETE' });
export const downloadAddress = (documentId: string): string => `${BASE}/documents/${documentId}/download`;
export const zipAddress = (dossierId: string, which: ZipChoice): string =>
  `${BASE}/dossiers/${dossierId}/zip?which=${which}`;
