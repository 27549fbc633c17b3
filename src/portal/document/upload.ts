import type { z } from 'zod';
import type { UploadWay } from '../../contract/upload';
import type { Line } from '../../sending/line';
import { sending, type Send } from '../../sending/upload';
import { SESSION_HEADER } from '../../contract/account';
import { heard, spoken } from '../api';
import { loadUploads, uploadAddress, uploadsAddress } from './document-api';

/** The browser itself says by its cookie whose a request is. */
const LINE: Line = {
  headers: () => ({ Accept: 'application/json', 'Accept-Language': spoken() }),
  read: (schema, { status, body, header }) => heard(schema, status, body, header(SESSION_HEADER)),
};

/** Sends a client's files into a dossier, or for a message in it. */
export const sendingTo = <T>(dossierId: string, way: UploadWay, schema: z.ZodType<T>): Send<T> =>
  sending({
    line: LINE,
    schema,
    begin: location.origin + uploadsAddress(dossierId, way),
    address: (id) => location.origin + uploadAddress(id),
    left: async () => (await loadUploads(dossierId, way)).uploads,
  });
