const BYTE_ORDER_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

// eslint-disable-next-line no-control-regex -- control characters are what tells text from everything else
const NOT_IN_TEXTS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** Whether these bytes are text in any of the usual encodings: nothing in them is there for a machine alone. */
export const isText = (head: Buffer): boolean =>
  BYTE_ORDER_MARKS.some((mark) => head.subarray(0, 2).equals(mark)) ||
  !NOT_IN_TEXTS.test(head.toString('latin1'));
