import { useEffect, useState } from 'react';

// By then the server has seen the request and knows the document as downloaded.
const SETTLE_MS = 1500;

/** Remembers the file that was downloaded last, and refreshes once the server knows of it. */
export function useDownloads(reload: () => void): { last: string | null; note: (name: string) => void } {
  const [last, setLast] = useState<{ name: string } | null>(null);
  useEffect(() => {
    if (!last) return undefined;
    const timer = setTimeout(reload, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [last, reload]);
  return { last: last?.name ?? null, note: (name) => setLast({ name }) };
}
