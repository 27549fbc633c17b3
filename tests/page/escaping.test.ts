import fc from 'fast-check';
import { FIRST_ANSWERS } from '../../src/contract/first-answers';
import { fillPage } from '../../src/http/page';

const ROOMS = '<head><!--first-code--></head><p><!--brand--></p><!--first-answers--><i>end</i>';
const NASTY = [
  '</script',
  '<!--',
  '-->',
  '<script',
  ']]>',
  '$&',
  '$1',
  '<!--first-answers-->',
  '\u2028',
  '"',
  "'",
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' })), { maxLength: 6 })
  .map((parts) => parts.join(''));

const fill = (said: unknown, name: string, logo: string | null) =>
  fillPage(ROOMS, { answers: { '/home': said }, page: null, language: 'nl', brand: { name, logo } }, {});

describe('a page is filled', () => {
  it('with data that come out as they went in, whatever they say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), words, words, (value, text, name) => {
        const html = fill({ value, text }, name, null);
        const open = `<script type="application/json" id="${FIRST_ANSWERS}">`;
        const [, said, more] = html.split(open);
        const [json, rest, others] = said?.split('</script>') ?? [];
        expect([rest, more, others]).toEqual(['<i>end</i>', undefined, undefined]);
        expect(json).not.toContain('<');
        expect(JSON.parse(json ?? '')).toEqual(JSON.parse(JSON.stringify({ '/home': { value, text } })));
      }),
    );
  });

  it('with a name and a logo that open no element and end no attribute', () => {
    fc.assert(
      fc.property(words, words, (name, logo) => {
        const [, brand = ''] = /<p>([^]*?)<\/p>/.exec(fill('', name, null)) ?? [];
        expect(brand).not.toMatch(/[<>"']/);
        const [, picture = ''] = /<p>([^]*?)<\/p>/.exec(fill('', name, logo)) ?? [];
        expect(picture).toMatch(/^<img class="brand-logo" src="[^<>"']*" alt="">$/);
      }),
    );
  });
});
