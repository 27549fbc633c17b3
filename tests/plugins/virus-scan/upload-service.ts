import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { House } from '../../support';

interface Service {
  upload(given: { data: object; files: object }): Promise<{ id: number; url: string }[]>;
  replace(id: number, given: { data: object; file: object }): Promise<unknown>;
}

/** The administrator's request, as Strapi's authentication leaves it. */
const REQUEST = { state: { auth: { strategy: { name: 'admin' }, credentials: { id: 1 } } } };

/**
 * Uploads as Strapi's media library makes them. This house has closed the library; where the plugin stands in
 * another, files come in by it.
 */
export const uploadsOf = (house: House) => {
  const service = house.strapi.plugin('upload').service<Service>('upload');
  const fileOf = async (content: string, name: string) => {
    const filepath = path.join(house.folder, name);
    await writeFile(filepath, content);
    return { filepath, originalFilename: name, mimetype: 'text/plain', size: content.length };
  };
  // Declared for work without an answer; it hands on what the work answers.
  const context = house.strapi.requestContext as unknown as { run<T>(request: object, work: () => T): T };
  const asked = <T>(work: () => Promise<T>): Promise<T> => context.run(REQUEST, work);
  return {
    upload: async (content: string, name = 'letter.txt') => {
      const files = await fileOf(content, name);
      return asked(() => service.upload({ data: {}, files }));
    },
    replace: async (id: number, content: string) => {
      const file = await fileOf(content, 'letter.txt');
      return asked(() => service.replace(id, { data: {}, file }));
    },
  };
};
