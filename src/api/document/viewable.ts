/** What a browser shows without running anything of it; everything else is download only. */
const VIEWABLE = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'text/plain',
]);

export const isViewable = (mimeType: string): boolean => VIEWABLE.has(mimeType);
