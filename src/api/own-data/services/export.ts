import type { Readable } from 'node:stream';
import type { Account } from '../../../access/client';
import { requireConfirmed } from '../../../access/confirmed';
import { isStillSignedIn } from '../../../access/session';
import { refuse } from '../../../contract/refuse';
import { database } from '../../../db';
import type { From } from '../../../http/from';
import { begun } from '../../document/stored/begun';
import { noteSecurityEvent } from '../../security-event/services/note';
import { documentsFor, unsentFilesOf } from '../export/documents';
import { dossiersFor } from '../export/dossiers';
import { headFor } from '../export/head';
import { messagesFor } from '../export/messages';
import { remarksFor } from '../export/remarks';
import { BEGINNING, type Place, type Section } from '../export/section';
import { mailsFor, securityEventsFor } from '../export/traces';

/** Asked before each page: who was signed out meanwhile gets no more. */
const requireStill = async (account: Account): Promise<void> => {
  if (!(await isStillSignedIn(database(), account)))
    throw refuse('not-signed-in', 'The session ended during an export');
};

async function* listed(account: Account, { name, page }: Section): AsyncGenerator<string> {
  yield `,\n"${name}": [`;
  let mark = '\n';
  for (let place: Place | null = BEGINNING; place !== null;) {
    await requireStill(account);
    const { items, next } = await page(place);
    for (const item of items) {
      yield mark + JSON.stringify(item);
      mark = ',\n';
    }
    place = next;
  }
  yield ']';
}

/** How much text goes out at once: a page in one piece is large enough to stay in memory until all of that is cleared. */
const PIECE = 64 * 1024;

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

async function* written(account: Account, sections: Section[]): AsyncGenerator<Buffer> {
  const head = JSON.stringify(await headFor(account), null, 1);
  yield Buffer.from(head.slice(0, -'\n}'.length));
  for (const section of sections) yield* inPieces(listed(account, section));
  // Without its end it is no JSON: nobody takes a broken one for a whole.
  yield Buffer.from('\n}\n');
}

/**
 * Everything of the own account as JSON, a page of rows at a time while it goes out (R64). Only for who has just
 * proved again who they are, and never without its row among the security events.
 */
export const exportOwnData = async (account: Account, from: From): Promise<Readable> => {
  requireConfirmed(account);
  await noteSecurityEvent(database(), {
    event: 'data-exported',
    label: account.userName,
    account,
    actor: { kind: 'client', ...from },
  });
  const sections = [
    dossiersFor,
    documentsFor,
    unsentFilesOf,
    messagesFor,
    remarksFor,
    securityEventsFor,
    mailsFor,
  ];
  return begun(
    written(
      account,
      sections.map((sectionOf) => sectionOf(account)),
    ),
  );
};

export default { exportOwnData };
