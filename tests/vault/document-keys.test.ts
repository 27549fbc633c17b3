import { documentKeys } from '../../config/reading/document-keys';

const SECRET = Buffer.alloc(32, 'a secret').toString('base64');
const ARN = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const keysIn = (setting: string) => {
  // The one question that is asked of the environment here.
  const env = ((_name: string, otherwise: string) => setting || otherwise) as Parameters<
    typeof documentKeys
  >[0];
  return documentKeys(env);
};
const reasonFor = (setting: string): string => {
  try {
    keysIn(setting);
    return 'taken';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("the setting of the firm's keys", () => {
  it('names them in the order of their use: of our own keeping, or in a KMS', () => {
    expect(keysIn(`2027-01:${SECRET}, ${ARN}`)).toEqual([
      { id: '2027-01', secret: SECRET },
      { id: ARN, secret: null },
    ]);
  });

  it.each([
    ['nothing', '', /^DOCUMENT_KEY is not set/],
    ['a key without a name', SECRET, /neither/],
    ['a key that is too short', `short:${SECRET.slice(0, 20)}`, /"short" has not 32 bytes/],
    ['a key that is too long', `long:${SECRET.slice(0, 40)}${SECRET}`, /"long" has not 32 bytes/],
    ['a name twice', `one:${SECRET},one:${SECRET}`, /names a key twice/],
  ])('is refused with %s, and no secret is said', (_what, setting, reason) => {
    expect(reasonFor(setting)).toMatch(reason);
    expect(reasonFor(setting)).not.toContain(SECRET.slice(0, 20));
  });
});
