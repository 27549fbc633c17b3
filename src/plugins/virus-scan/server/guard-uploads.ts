import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Refusals } from './services/refusals';
import type { Scanner } from './services/scanner';
import { screen, type Screened, type UploadFile } from './upload-file';
import { UploadRefused } from './upload-refused';

const STORING_METHODS = ['upload', 'uploadStream', 'replace', 'replaceStream'] as const;

type Store = (file: UploadFile, ...rest: unknown[]) => Promise<unknown>;
type Provider = Partial<Record<(typeof STORING_METHODS)[number], Store>>;

/** Puts the scanner before every method of the upload provider that stores something. */
export function guardUploads(strapi: Core.Strapi, scanner: Scanner, refusals: Refusals): void {
  const provider = strapi.plugin('upload').provider as Provider;
  for (const method of STORING_METHODS) {
    const store = provider[method]?.bind(provider);
    if (store) provider[method] = guarded(store, strapi, scanner, refusals);
  }
}

function guarded(store: Store, strapi: Core.Strapi, scanner: Scanner, refusals: Refusals): Store {
  return async (file, ...rest) => {
    if (scanner.usePass(file)) return store(file, ...rest);
    return screen(file, scanner.begin(), async (screened) => {
      // Scan before storing: an infected file must never reach the provider.
      if (screened.verdict.status === 'clean') return store(file, ...rest);
      await keep(strapi, refusals, file, screened);
      throw new UploadRefused(file.name ?? '', screened.verdict);
    });
  };
}

async function keep(
  strapi: Core.Strapi,
  refusals: Refusals,
  { name }: UploadFile,
  { verdict, size, sha256 }: Screened,
): Promise<void> {
  if (verdict.status === 'unavailable') {
    strapi.log.error(`Virus scan: no verdict, ${verdict.reason} ${verdict.detail ?? ''}`);
    return;
  }
  if (verdict.status === 'clean') return;
  await refusals.record({
    actor: actorOf(strapi),
    scope: 'upload',
    name: name ?? '',
    size,
    sha256,
    reason: verdict.status === 'infected' ? 'infected' : verdict.reason,
    signature: verdict.signature ?? null,
  });
}

const authenticated = z.object({
  strategy: z.object({ name: z.string() }),
  credentials: z.object({ id: z.union([z.number(), z.string()]) }).nullish(),
});

/** Who is behind the request, as Strapi's own authentication names them. */
function actorOf(strapi: Core.Strapi): string {
  const { data: auth } = authenticated.safeParse(strapi.requestContext.get()?.state.auth);
  return auth ? `${auth.strategy.name}:${auth.credentials?.id ?? ''}` : 'nobody';
}
