/** Nobody receives mail there (RFC 6761), and nobody can type it: the documentId is known to the server alone. */
const placeholder = (documentId: string): string => `${documentId}@nobody.invalid`;

/** What the row of an account holds that cannot sign in and has no address of its own; people know it as `email`. */
export const withoutAddress = (documentId: string, email: string) => ({
  email: placeholder(documentId),
  username: placeholder(documentId),
  known_as: email,
});
