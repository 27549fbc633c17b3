import fc from 'fast-check';
import { legibleAccents } from '../../src/contract/accent';

const channel = (hex: string, place: number): number => {
  const share = Number.parseInt(hex.slice(1 + 2 * place, 3 + 2 * place), 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
/** WCAG 2.2's definition, written down a second time. */
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 1) + 0.0722 * channel(hex, 2);
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const COLOURS = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe("the firm's colour", () => {
  it('can be read on light and on dark pages, whatever it is (WCAG 2.2 AA)', () => {
    fc.assert(
      fc.property(COLOURS, (colour) => {
        const { onLight, onDark } = legibleAccents(colour);
        expect(contrast(onLight, '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(onDark, '#211f1c')).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays as the firm chose it where it can be read', () => {
    expect(legibleAccents('#1f4e79').onLight).toBe('#1f4e79');
    expect(legibleAccents('#8fbce6').onDark).toBe('#8fbce6');
    expect(legibleAccents('#ffe600').onLight).not.toBe('#ffe600');
  });
});
