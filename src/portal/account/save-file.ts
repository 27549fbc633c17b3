/** Long enough for every browser to have begun. */
const LINK_LIFE_MS = 60_000;

/** Puts a file into the reader's downloads. */
export const saveFile = (file: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LINK_LIFE_MS);
};
