import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT, filesBelow, read } from './project';

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

const CRUISER = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** What dependency-cruiser has to say about the house in `folder`. */
const violationsIn = async (folder: string): Promise<Violation[]> => {
  const rules = path.join(ROOT, '.dependency-cruiser.cjs');
  const args = [CRUISER, '--config', rules, '--output-type', 'json', 'src', 'config'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 100 * 1024 * 1024,
  });
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations;
};

const sentence = ({ rule, from, to }: Violation): string => `${rule.name}: ${from} → ${to}`;

/** One wrong import a rule. */
const BROKEN: Record<string, [file: string, imports: string]> = {
  portal: ['src/portal/dossier/page.tsx', '../../api/dossier/present'],
  desk: ['src/admin/dossier/page.tsx', '../../access/staff'],
  sending: ['src/sending/upload.ts', '../access/staff'],
  viewing: ['src/viewing/bytes.ts', '../access/staff'],
  access: ['src/access/client.ts', '../mail/invitation'],
  mail: ['src/mail/reminder.ts', '../plugins/lockout/server/lock'],
  password: ['src/password/judge.ts', '../access/staff'],
  policies: ['src/policies/client.ts', '../mail/invitation'],
  api: ['src/api/message/services/message.ts', '../../../plugins/lockout/server/lock'],
  db: ['src/db/rows.ts', '../access/staff'],
  http: ['src/http/input.ts', '../mail/invitation'],
  middlewares: ['src/middlewares/front.ts', '../access/staff'],
  providers: ['src/providers/private-folder.ts', '../contract/errors'],
  extensions: ['src/extensions/upload/strapi-server.ts', '../../access/staff'],
  'plugins-are-looked-up': ['src/plugin-services.ts', './plugins/lockout/server/lock'],
  config: ['config/server.ts', '../src/contract/errors'],
  'plugins-know-no-house': ['src/plugins/virus-scan/server/scan.ts', '../../../contract/errors'],
  'contract-is-the-ground': ['src/contract/dossier.ts', '../access/staff'],
  'nobody-imports-api': ['src/mail/invitation.ts', '../api/dossier/present'],
  'no-dead-imports': ['src/texts/index.ts', './nowhere'],
};

const INNOCENT = [
  'src/api/dossier/present.ts',
  'src/access/staff.ts',
  'src/plugins/lockout/server/lock.ts',
  'src/contract/errors.ts',
];

const buildBrokenHouse = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'broken-house-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write('tsconfig.json', '{}');
  for (const file of INNOCENT) write(file, 'export const here = 1;\n');
  for (const [file, imports] of Object.values(BROKEN)) write(file, `import '${imports}';\n`);
  return folder;
};

describe('the arrows between the rooms', () => {
  it('are followed by every import', async () => {
    expect((await violationsIn(ROOT)).map(sentence)).toEqual([]);
  });

  describe('that point the wrong way', () => {
    let folder: string;
    let noticed: Violation[];
    beforeAll(async () => {
      folder = buildBrokenHouse();
      noticed = await violationsIn(folder);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(Object.entries(BROKEN))('are noticed by the rule "%s"', (rule, [file]) => {
      expect(noticed.filter(({ from }) => from === file).map(({ rule: { name } }) => name)).toContain(rule);
    });
  });
});

/** Who, besides those named, does what only those named may do. */
const trespassers = (trace: RegExp, ending: RegExp, allowed: RegExp): string[] =>
  filesBelow('src', ending).filter((file) => !allowed.test(file) && trace.test(read(file)));

describe('what has one place only', () => {
  it('is the e-mail plugin: mail calls it, and nobody else', () => {
    const trace =
      /plugin\(\s*['"]email['"]|plugin::email|plugins\[?\.?['"]?email\b|provider-email|from 'nodemailer'/;
    expect(trespassers(trace, /\.tsx?$/, /^src\/mail\//)).toEqual([]);
  });

  it('is fetch in the portal: api.ts knows it, and nobody else', () => {
    const inPortal = /\bfetch\(|XMLHttpRequest/;
    const elsewhere = /^src\/(?!portal\/)|^src\/portal\/api(\/|\.ts$)/;
    expect(trespassers(inPortal, /\.tsx?$/, elsewhere)).toEqual([]);
  });

  it('is the environment: config reads it, and nobody else', () => {
    expect(trespassers(/process\.env\b|import\.meta\.env\b/, /\.tsx?$/, /vite\.config\.ts$/)).toEqual([]);
  });
});
