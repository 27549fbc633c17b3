type Colour = readonly [number, number, number];

// Above the 4.5 of WCAG AA, because tinted surfaces lie between text and ground.
const WANTED_CONTRAST = 5.5;
const STEP = 0.02;
// A colour that has to be moved is softened too, or it would shout.
const CALM = 0.85;

/** The grounds on which the portal shows the firm's colour. */
export const GROUNDS = { light: '#ffffff', dark: '#211f1c' } as const;

const parse = (hex: string): Colour => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const toHex = (colour: Colour): string =>
  `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** WCAG 2.2, relative luminance. */
const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** WCAG 2.2, contrast ratio of two colours, 1 to 21. */
const contrast = (one: Colour, other: Colour): number => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
};

/** Hue 0 to 6, saturation and lightness 0 to 1. */
const toHsl = ([red, green, blue]: Colour): Colour => {
  const high = Math.max(red, green, blue) / 255;
  const low = Math.min(red, green, blue) / 255;
  const spread = high - low;
  const lightness = (high + low) / 2;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const share = (one: number, other: number): number => (one - other) / 255 / spread;
  if (high === red / 255) return [(share(green, blue) + 6) % 6, saturation, lightness];
  if (high === green / 255) return [share(blue, red) + 2, saturation, lightness];
  return [share(red, green) + 4, saturation, lightness];
};

const fromHsl = ([hue, saturation, lightness]: Colour): Colour => {
  const spread = saturation * Math.min(lightness, 1 - lightness);
  const channel = (place: number): number => {
    const at = (place + hue * 2) % 12;
    return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(at - 3, 9 - at, 1))));
  };
  return [channel(0), channel(8), channel(4)];
};

/** Moves the lightness, step by step, until the colour can be read on the ground. */
const legible = (colour: Colour, ground: Colour, step: number): string => {
  const [hue, saturation, lightness] = toHsl(colour);
  let found = colour;
  for (let at = lightness; contrast(found, ground) < WANTED_CONTRAST && at >= 0 && at <= 1; at += step) {
    found = fromHsl([hue, saturation * CALM, at]);
  }
  return toHex(found);
};

/**
 * The firm's colour, darkened for light pages and lightened for dark ones as far as reading asks for it (WCAG 2.2,
 * 1.4.3); as it was where it can be read. Takes and gives # and six hexadecimal digits.
 */
export const legibleAccents = (hex: string): { onLight: string; onDark: string } => ({
  onLight: legible(parse(hex), parse(GROUNDS.light), -STEP),
  onDark: legible(parse(hex), parse(GROUNDS.dark), STEP),
});
