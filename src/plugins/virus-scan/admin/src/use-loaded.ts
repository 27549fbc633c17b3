import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { ZodType } from 'zod';

export type Loaded<T> = { state: 'loading' } | { state: 'failed' } | { state: 'loaded'; data: T };

/** What a route of the admin panel answers, and a way to ask it again. */
export function useLoaded<T>(path: string, schema: ZodType<{ data: T }>): [Loaded<T>, () => Promise<void>] {
  const { get } = useFetchClient();
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const load = useCallback(async () => {
    try {
      const answer = await get<unknown>(path);
      setLoaded({ state: 'loaded', data: schema.parse(answer.data).data });
    } catch {
      setLoaded({ state: 'failed' });
    }
  }, [get, path, schema]);
  useEffect(() => {
    void load();
  }, [load]);
  return [loaded, load];
}
