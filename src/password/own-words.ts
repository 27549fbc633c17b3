/** Shorter pieces of a name are parts of too many other words: "van", "de", "Jan". */
const SHORTEST_PIECE = 4;

/** What people put for a letter. */
const STANDS_FOR: Record<string, string> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
};

/** Letters and digits alone, without capitals and accents: so "De Vriës" is found in "d-e-vries". */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The same with its figures read as the letters they stand for. */
const unmasked = (text: string): string =>
  folded(text.replace(/[@$013457]/g, (sign) => STANDS_FOR[sign] ?? sign));

const piecesOf = (words: string): string[] => [
  words,
  ...words.split(/[^\p{L}\p{N}]+/u).filter((piece) => folded(piece).length >= SHORTEST_PIECE),
];

export interface Without {
  /** The first own word that was found, as the firm or the client writes it. */
  word: string;
  /** How many letters and digits are left without all of them. */
  left: number;
}

const without = (
  password: string,
  words: readonly string[],
  read: (text: string) => string,
): Without | null => {
  let rest = read(password);
  let found: string | null = null;
  for (const word of words) {
    const next = rest.replaceAll(read(word), '');
    if (next === rest) continue;
    found ??= word;
    rest = next;
  }
  return found === null ? null : { word: found, left: Array.from(rest).length };
};

/**
 * What is left of a password without the words that are guessed first here, nor their pieces; null where there are
 * none in it. Of two ways to read its figures, the one that leaves less.
 */
export const withoutOwnWords = (password: string, ownWords: readonly string[]): Without | null => {
  const words = [...new Set(ownWords.flatMap(piecesOf))]
    .filter((word) => folded(word).length > 1)
    // The longest first: of "De Vries" nothing is left over when "Vries" has been taken away.
    .sort((one, other) => other.length - one.length);
  const readings = [folded, unmasked].map((read) => without(password, words, read));
  return readings.reduce((least, other) =>
    least === null || (other !== null && other.left < least.left) ? other : least,
  );
};
