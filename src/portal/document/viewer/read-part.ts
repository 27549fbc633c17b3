import { ask, nothing, parsed } from '../../api';
import { PortalError } from '../../answer';

const PARTIAL = 206;

/**
 * The bytes of a document from `first` up to and without `end`, to be shown here. The part that begins at 0 is what
 * makes the document opened, so each reading asks for it once.
 */
export async function readPart(
  id: string,
  first: number,
  end: number,
  signal?: AbortSignal,
): Promise<ArrayBuffer> {
  const path = `/documents/${encodeURIComponent(id)}/view`;
  const response = await ask(path, { range: `bytes=${first}-${end - 1}`, signal });
  if (!response.ok) await parsed(nothing, response);
  // Bytes of another place than the one that was asked for would be shown as if they were that place's.
  if (response.status !== PARTIAL) throw new PortalError('unreadable');
  return response.arrayBuffer().catch(() => {
    // The line broke on the way.
    throw new PortalError(signal?.aborted ? 'stopped' : 'unreachable');
  });
}
