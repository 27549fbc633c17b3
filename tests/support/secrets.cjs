/** What every house of the tests starts with; by the names of `.env.example`. */
module.exports = {
  APP_KEYS: 'key-of-the-tests-one,key-of-the-tests-two',
  ADMIN_JWT_SECRET: 'admin-secret-of-the-tests',
  API_TOKEN_SALT: 'api-token-salt-of-the-tests',
  TRANSFER_TOKEN_SALT: 'transfer-token-salt-of-the-tests',
  JWT_SECRET: 'jwt-secret-of-the-tests',
  ENCRYPTION_KEY: 'encryption-key-of-the-tests',
  DOCUMENT_KEY: `tests:${Buffer.alloc(32, 'document-key-of-the-tests').toString('base64')}`,
  PROOF_KEY: Buffer.alloc(32, 'proof').toString('base64'),
};
