import { firmSettingsSchema } from '../../src/contract/firm-settings';
import { filesBelow, read } from './project';

/** The server's code that asks for the firm's choices; where they are defined and shown does not count. */
const readers = filesBelow('src', /\.ts$/)
  .filter((file) => !/^src\/(contract|admin|portal|texts)\/|\/admin\//.test(file))
  .map(read)
  .filter((text) => /\bfirmSettings\b|\bFirmSettings\b/.test(text));

describe("the firm's settings", () => {
  it.each(Object.keys(firmSettingsSchema.shape))('hold %s, and something reads it', (name) => {
    expect(readers.filter((text) => new RegExp(`\\b${name}\\b`).test(text))).not.toEqual([]);
  });
});
