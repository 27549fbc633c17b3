import { ZipFile } from 'yazl';
import { find } from '../../../access/find';
import { dossiersOf, type Staff } from '../../../access/staff';
import type { Language } from '../../../contract/common';
import { database, type ClientRow, type DossierRecord } from '../../../db';
import { proofExports, proofLog } from '../../../plugin-services';
import { firmSettings } from '../../firm/services/settings';
import { proofPdf } from '../pdf';

export interface Export {
  dossierNumber: string;
  zip: NodeJS.ReadableStream;
}

const clientOf = (dossier: DossierRecord): Promise<ClientRow> =>
  database()('clients').where({ id: dossier.client_id }).first();

/**
 * Everything a firm hands over as proof, in one zip: a PDF to read, a signed JSON that covers both, and the public key,
 * which whoever checks should have from elsewhere.
 */
export const exportProof = async (staff: Staff, id: unknown, language: Language): Promise<Export> => {
  const dossier = await find(database(), 'dossiers', dossiersOf(staff), id);
  const { document_id: scope, number, description } = dossier;
  const [client, firm] = [await clientOf(dossier), await firmSettings()];
  const about = {
    firm: firm.name,
    dossier: number,
    description,
    client: client.name,
    exportedBy: staff.name,
  };
  const [exportedAt, { id: keyId, publicPem }] = [new Date(), proofExports().key()];
  const events = await proofLog().all(database(), scope);
  const facts = { language, number, description, client: client.name, firm: firm.name, staff: staff.name };
  const pdf = await proofPdf({ ...facts, exportedAt, keyId, events });
  const files = [{ name: 'proof.pdf', content: pdf }];
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(proofExports().seal({ scope, about, exportedAt, files, events })), 'proof.json');
  zip.addBuffer(pdf, 'proof.pdf');
  zip.addBuffer(Buffer.from(publicPem), 'public-key.pem');
  zip.end();
  return { dossierNumber: number, zip: zip.outputStream };
};

export default { exportProof };
