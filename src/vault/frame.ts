import { aadFactory, decodeBodyHeader } from '@aws-crypto/serialize';
import type { Head } from './head';
import { FRAME_BYTES, LAST_FRAME_EXTRA_BYTES, SEALED_FRAME_BYTES } from './sealed';

const { messageAAD, messageAADContentString } = aadFactory((text) => Buffer.from(text, 'utf8'));

const TAG_BYTES = 16;

/** Where a frame stands in a file, and how long it is there. */
export interface Frame {
  /** From 0. */
  number: number;
  isLast: boolean;
  /** Of the plain bytes in it. */
  length: number;
  /** Of the frame itself. */
  sealedLength: number;
}

/** The frame of that number in a file of `size` bytes; the last one holds the rest, and may be empty. */
export const frameOf = (size: number, number: number): Frame => {
  const isLast = number === Math.floor(size / FRAME_BYTES);
  const length = isLast ? size % FRAME_BYTES : FRAME_BYTES;
  return {
    number,
    isLast,
    length,
    sealedLength: isLast ? length + LAST_FRAME_EXTRA_BYTES : SEALED_FRAME_BYTES,
  };
};

/** The plain bytes of a frame; throws unless it is that very frame of that very file, every bit as it was written. */
export const openedFrame = ({ info, decipher }: Head, frame: Frame, bytes: Buffer): Buffer => {
  const header = decodeBodyHeader(bytes, info, 0);
  if (header === false) throw new Error('A frame is cut');
  const { sequenceNumber, isFinalFrame, contentLength, contentType, iv, readPos } = header;
  // What the library's stream checks by counting; the number is authenticated below.
  if (sequenceNumber !== frame.number + 1 || isFinalFrame !== frame.isLast || contentLength !== frame.length)
    throw new Error('Not the frame that was written there');
  const about = messageAADContentString({ contentType, isFinalFrame });
  const authenticated = messageAAD(info.messageHeader.messageId, about, sequenceNumber, contentLength);
  const opening = decipher(iv).setAAD(Buffer.from(authenticated)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = opening.update(bytes.subarray(readPos, readPos + contentLength));
  // Throws where a bit was changed: before that, nothing of it is given out.
  opening.final();
  return plain;
};
