import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type * as AwsS3 from '@aws-sdk/client-s3';
import type { House } from '../support';

/** Where documents' files lie, seen past the portal: as a thief, a fault or a backup would see them. */
export interface Store {
  keys(): Promise<string[]>;
  read(key: string): Promise<Buffer>;
  write(key: string, bytes: Buffer): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The private folder of a house. */
export const folderOf = (house: House): Store => {
  const at = (key = '') => path.join(house.folder, 'documents', key);
  return {
    keys: async () => {
      await mkdir(at(), { recursive: true });
      return readdir(at());
    },
    read: (key) => readFile(at(key)),
    write: (key, bytes) => writeFile(at(key), bytes),
    remove: (key) => rm(at(key)),
  };
};

// The provider's own: the portal itself has no need of it.
const fromProvider = createRequire(require.resolve('@strapi/provider-upload-aws-s3'));
export const aws = fromProvider('@aws-sdk/client-s3') as typeof AwsS3;

/** A client of the S3 server of the tests, by itself with the right keys. */
export const s3Client = (secretAccessKey = process.env.TEST_S3_SECRET_ACCESS_KEY ?? ''): AwsS3.S3Client =>
  new aws.S3Client({
    endpoint: process.env.TEST_S3_ENDPOINT ?? '',
    // With any other the SDK asks for the bucket to lie there, which the server has not heard of.
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: process.env.TEST_S3_ACCESS_KEY_ID ?? '', secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

/** A bucket of the S3 server. */
export const bucketOf = (Bucket: string): Store => {
  const client = s3Client();
  return {
    keys: async () => {
      const { Contents = [] } = await client.send(new aws.ListObjectsV2Command({ Bucket }));
      return Contents.map(({ Key = '' }) => Key);
    },
    read: async (Key) => {
      const { Body } = await client.send(new aws.GetObjectCommand({ Bucket, Key }));
      return buffer(Body as Readable);
    },
    write: async (Key, Body) => {
      await client.send(new aws.PutObjectCommand({ Bucket, Key, Body }));
    },
    remove: async (Key) => {
      await client.send(new aws.DeleteObjectCommand({ Bucket, Key }));
    },
  };
};
