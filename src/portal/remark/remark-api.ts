import { remarkThreadSchema, remarkViewSchema, type NewRemark } from '../../contract/remark';
import { call } from '../api';

export const loadRemarks = (documentId: string, signal?: AbortSignal) =>
  call(remarkThreadSchema, `/documents/${documentId}/remarks`, { signal });
export const writeRemark = (documentId: string, body: NewRemark) =>
  call(remarkViewSchema, `/documents/${documentId}/remarks`, { method: 'POST', body });
