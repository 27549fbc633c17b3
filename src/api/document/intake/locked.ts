import { zipEntries, type ZipEntry } from './zip-entries';

const XML_BEGINS = '<'.charCodeAt(0);

/** OpenDocument encrypts the files inside and leaves the zip open: what should be XML is then neither packed nor XML. */
const isLockedOpenDocument = ({ name, stored, content }: ZipEntry): boolean =>
  name === 'content.xml' && stored && content.length > 0 && content[0] !== XML_BEGINS;

/** Where the first stream of an old office document usually begins. */
const FIRST_SECTOR = 512;

/** An old Word document says so in its first lines. */
const isLockedWord = (sector: Buffer): boolean =>
  sector.readUInt16LE(0) === 0xa5ec && (sector.readUInt16LE(10) & 0x0100) !== 0;

/** In an old Excel workbook the first record is followed by one that says how it is encrypted. */
const isLockedExcel = (sector: Buffer): boolean => {
  const next = 4 + sector.readUInt16LE(2);
  return (
    sector.readUInt16LE(0) === 0x0809 && next + 2 <= sector.length && sector.readUInt16LE(next) === 0x002f
  );
};

const isLockedOldDocument = (head: Buffer): boolean => {
  const sector = head.subarray(FIRST_SECTOR);
  return sector.length >= FIRST_SECTOR && (isLockedWord(sector) || isLockedExcel(sector));
};

/** What new Word, Excel and PowerPoint files are; encrypted, they are no zip any more but this. */
const ZIPPED_OFFICE = /^(doc|dot|xls|xlt|ppt|pot|pps)[xm]$/;
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Whether a file needs a password, as far as its first bytes tell. Of archives the scanner tells it, but what office
 * programs encrypt is to the scanner a file like others.
 */
export const isLocked = (head: Buffer, extension: string): boolean =>
  zipEntries(head).some((entry) => entry.encrypted || isLockedOpenDocument(entry)) ||
  (head.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE) &&
    (ZIPPED_OFFICE.test(extension) || isLockedOldDocument(head)));
