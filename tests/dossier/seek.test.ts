import type { DossierRow } from '../../src/contract/dossier';
import { EVERYTHING, seek, statusesOf } from '../../src/portal/dossier/sought';

const row = (number: string, description: string, rest: Partial<DossierRow> = {}): DossierRow => ({
  id: 'a'.repeat(24),
  number,
  description,
  status: 'in-progress',
  lastActivityAt: '2026-11-20T10:00:00.000Z',
  messages: 0,
  unreadMessages: 0,
  unreadRemarks: 0,
  unreadDocuments: 0,
  ...rest,
});

const DOSSIERS = [
  row('2026.10', 'Purchase Kerkstraat 4', { lastActivityAt: '2026-11-20T10:00:00.000Z' }),
  row('2026.9', 'Testament Müller', { lastActivityAt: '2026-11-21T10:00:00.000Z', status: 'closed' }),
  row('2025.3', 'Afwikkeling Öz', { lastActivityAt: '2026-01-02T10:00:00.000Z' }),
];

const found = (change: Partial<typeof EVERYTHING>) =>
  seek(DOSSIERS, { ...EVERYTHING, ...change }, 'nl').map(({ number }) => number);

describe('R50 the search in the list of dossiers', () => {
  it.each([
    ['', ['2026.9', '2026.10', '2025.3']],
    ['kerkstraat', ['2026.10']],
    ['2026', ['2026.9', '2026.10']],
    ['4 purch', ['2026.10']],
    ['muller', ['2026.9']],
    ['MÜLLER', ['2026.9']],
    ['oz', ['2025.3']],
    ['nothing of ours', []],
    ['.*', []],
  ])('finds for "%s" what has every word in number or description', (text, numbers) => {
    expect(found({ text })).toEqual(numbers);
  });

  it('stands in the order one chooses, and counts as people do', () => {
    expect(found({ order: 'latest' })).toEqual(['2026.9', '2026.10', '2025.3']);
    expect(found({ order: 'number' })).toEqual(['2025.3', '2026.9', '2026.10']);
    expect(found({ order: 'description' })).toEqual(['2025.3', '2026.10', '2026.9']);
  });

  it('leaves the list it was given as it was', () => {
    const before = [...DOSSIERS];
    found({ order: 'number' });
    expect(DOSSIERS).toEqual(before);
  });
});

describe('R51 the filter by status', () => {
  it('shows all by default, and what is ticked', () => {
    expect(found({ statuses: ['closed'] })).toEqual(['2026.9']);
    expect(found({ statuses: ['in-progress'] })).toEqual(['2026.10', '2025.3']);
  });

  it('knows which statuses there are', () => {
    expect(statusesOf(DOSSIERS)).toEqual(['in-progress', 'closed']);
    expect(statusesOf(DOSSIERS.slice(0, 1))).toEqual(['in-progress']);
  });
});
