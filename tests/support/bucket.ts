import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as AwsS3 from '@aws-sdk/client-s3';

const fromProvider = createRequire(require.resolve('@strapi/provider-upload-aws-s3'));

/** The provider's own: the portal itself has no need of it. It is large, and loaded by those who have a bucket. */
export const aws = (): typeof AwsS3 => fromProvider('@aws-sdk/client-s3') as typeof AwsS3;

/** A client of the S3 server of the tests, by itself with the right keys. */
export const s3Client = (secretAccessKey = process.env.TEST_S3_SECRET_ACCESS_KEY ?? ''): AwsS3.S3Client =>
  new (aws().S3Client)({
    endpoint: process.env.TEST_S3_ENDPOINT ?? '',
    // With any other the SDK asks for the bucket to lie there, which the server has not heard of.
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: process.env.TEST_S3_ACCESS_KEY_ID ?? '', secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

/**
 * A bucket of a suite's own on the shared S3 server, which goes with its server: the settings that lead Strapi to it.
 * None in a run without one: documents lie in the house's folder then.
 */
export const freshBucket = async (): Promise<Record<string, string>> => {
  const endpoint = process.env.TEST_S3_ENDPOINT;
  if (!endpoint) return {};
  const Bucket = `suite-${randomBytes(6).toString('hex')}`;
  const client = s3Client();
  await client.send(new (aws().CreateBucketCommand)({ Bucket }));
  client.destroy();
  return {
    S3_BUCKET: Bucket,
    S3_ENDPOINT: endpoint,
    S3_FORCE_PATH_STYLE: 'true',
    S3_ACCESS_KEY_ID: process.env.TEST_S3_ACCESS_KEY_ID ?? '',
    S3_SECRET_ACCESS_KEY: process.env.TEST_S3_SECRET_ACCESS_KEY ?? '',
  };
};
