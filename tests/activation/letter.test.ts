import { execFileSync } from 'node:child_process';
import { firmSettingsSchema } from '../../src/contract/firm-settings';
import { LANGUAGES, type Language } from '../../src/contract/common';
import { drawLetter, type InvitationLetter } from '../../src/api/client/letter/draw';
import { textOf } from './people';

const firm = firmSettingsSchema.parse({
  name: 'Kantoor De Vries, advocaten en notarissen',
  phone: '076 123 45 67',
  email: 'info@devries.example',
});
const LONG_NAME = 'a.devries-vandenheuvel@een-heel-lang-domein.example';

const written = (wishes: Partial<InvitationLetter> = {}): Promise<Buffer> =>
  drawLetter({
    firm,
    client: 'Mevrouw A. de Vries-van den Heuvel',
    language: 'nl',
    page: 'https://portaal.kantoor-de-vries.example/portal/activation',
    reference: 'abcdefghijklmnopqrstuvwx',
    userName: LONG_NAME,
    code: 'BCDFG34679HJKMN',
    ...wishes,
  });
const tool = (name: string, args: string[], input: Buffer): Buffer => execFileSync(name, args, { input });
/** The square of the letter as it is printed, in dots. */
const squareOf = (letter: Buffer): string =>
  tool('pdftoppm', '-r 72 -x 395 -y 360 -W 136 -H 130 -'.split(' '), letter).toString('base64');

describe('the letter with the activation code (R5)', () => {
  it.each(LANGUAGES)('fits on one page that a screen reader can read (%s)', async (language: Language) => {
    const facts = tool('pdfinfo', ['-'], await written({ language })).toString();
    expect(facts).toMatch(/^Pages:\s+1$/m);
    expect(facts).toMatch(/^Tagged:\s+yes$/m);
  });

  it('says whose it is, where to go, the user name and the code in groups', async () => {
    const text = textOf(await written());
    for (const part of [firm.name, firm.phone, 'Mevrouw A. de Vries-van den Heuvel', LONG_NAME])
      expect(text).toContain(part);
    expect(text).toContain('https://portaal.kantoor-de-vries.example/portal/activation');
    expect(text).toContain('BCDFG-34679-HJKMN');
    expect(text).toContain('Kies een wachtwoord.');
  });

  it('asks for a user name where the client chooses it', async () => {
    const text = textOf(await written({ userName: null }));
    expect(text).toContain('Kies een gebruikersnaam en een wachtwoord.');
    expect(text).not.toContain('Uw gebruikersnaam');
  });

  it('holds the code in words alone: the square says whose invitation it is, and no more', async () => {
    const square = squareOf(await written());
    expect(squareOf(await written({ code: 'NMKJH97643GFDCB' }))).toBe(square);
    expect(squareOf(await written({ reference: 'xwvutsrqponmlkjihgfedcba' }))).not.toBe(square);
  });
});
