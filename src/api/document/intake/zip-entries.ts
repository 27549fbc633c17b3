const HEADER = Buffer.from('PK\x03\x04');
const HEADER_BYTES = 30;

/** An entry of a zip, as the header before its content says. */
export interface ZipEntry {
  name: string;
  /** Needs a password. */
  encrypted: boolean;
  /** Not packed: its content stands in the file as it is. */
  stored: boolean;
  /** As much of its content as is there. */
  content: Buffer;
}

const entryAt = (head: Buffer, at: number): ZipEntry => {
  const nameEnd = at + HEADER_BYTES + head.readUInt16LE(at + 26);
  return {
    name: head.toString('utf8', at + HEADER_BYTES, nameEnd),
    encrypted: (head.readUInt16LE(at + 6) & 1) === 1,
    stored: head.readUInt16LE(at + 8) === 0,
    content: head.subarray(nameEnd + head.readUInt16LE(at + 28)),
  };
};

/** The entries whose headers lie in the first bytes of a zip; none for what is no zip. */
export const zipEntries = (head: Buffer): ZipEntry[] => {
  const entries: ZipEntry[] = [];
  if (!head.subarray(0, HEADER.length).equals(HEADER)) return entries;
  for (
    let at = 0;
    at !== -1 && at + HEADER_BYTES <= head.length;
    at = head.indexOf(HEADER, at + HEADER.length)
  )
    entries.push(entryAt(head, at));
  return entries;
};
