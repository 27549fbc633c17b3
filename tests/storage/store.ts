import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { House } from '../support';
import { aws, s3Client } from '../support/bucket';

/** Where documents' files lie, seen past the portal: as a thief, a fault or a backup would see them. */
export interface Store {
  keys(): Promise<string[]>;
  read(key: string): Promise<Buffer>;
  write(key: string, bytes: Buffer): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The private folder of a house. */
const folderOf = (house: House): Store => {
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

/** A bucket of the S3 server. */
const bucketOf = (Bucket: string): Store => {
  const client = s3Client();
  const { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } = aws();
  return {
    keys: async () => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
      return Contents.map(({ Key = '' }) => Key);
    },
    read: async (Key) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return buffer(Body as Readable);
    },
    write: async (Key, Body) => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    },
    remove: async (Key) => {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
};

const stores = new WeakMap<House, Store>();

/** The store that the house has. */
export const storeOf = (house: House): Store => {
  const store = stores.get(house) ?? (house.bucket ? bucketOf(house.bucket) : folderOf(house));
  stores.set(house, store);
  return store;
};

/** The stored bytes of one document, to be read and spoiled. */
export interface StoredFile {
  read(): Promise<Buffer>;
  change(work: (bytes: Buffer) => Buffer): Promise<void>;
  remove(): Promise<void>;
}

export const storedFile = async (house: House, documentId: string): Promise<StoredFile> => {
  const row = house.strapi.db.connection('documents').where({ document_id: documentId });
  const { storage_key: key } = await row.first<{ storage_key: string }>('storage_key');
  const store = storeOf(house);
  return {
    read: () => store.read(key),
    change: async (work) => store.write(key, work(await store.read(key))),
    remove: () => store.remove(key),
  };
};
