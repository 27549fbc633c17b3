/* The firm's keys, and how a file is sealed and opened: the only place that encrypts. */
export { currentKey, firmKeys, type FirmKey } from './firm-keys';
export { opened } from './opened';
export { openedPart, type Part } from './opened-part';
export { sealInto } from './seal-into';
export { FRAME_BYTES, newFileKey, type Owner } from './sealed';
export { unwrapFileKey, wrapFileKey, type WrappedKey } from './wrapped-key';
