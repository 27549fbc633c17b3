/** What a text may begin with that says how it is written. */
const MARKS: [mark: number[], encoding: string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const decode = (bytes: ArrayBuffer, encoding: string, stream: boolean): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
  } catch {
    // Not written that way.
    return null;
  }
};

/**
 * The letters of a text file: as its first bytes say, else UTF-8, else as Windows in western Europe writes, which
 * makes something legible of any bytes. Where it is `cut`, half a letter at its end is left out.
 */
export const textOf = (bytes: ArrayBuffer, cut = false): string => {
  const head = new Uint8Array(bytes);
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => head[at] === byte))?.[1];
  return decode(bytes, marked ?? 'utf-8', cut) ?? new TextDecoder('windows-1252').decode(bytes);
};
