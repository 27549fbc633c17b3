import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { DOSSIER_STATUSES } from '../../contract/dossier';
import { EVERYTHING, ORDERS, type Sought } from './sought';

const read = (params: URLSearchParams): Sought => {
  const hidden = params.getAll('without');
  return {
    text: params.get('q') ?? EVERYTHING.text,
    statuses: DOSSIER_STATUSES.filter((status) => !hidden.includes(status)),
    order: ORDERS.find((order) => order === params.get('order')) ?? EVERYTHING.order,
  };
};

const write = ({ text, statuses, order }: Sought): URLSearchParams => {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  for (const status of DOSSIER_STATUSES) if (!statuses.includes(status)) params.append('without', status);
  if (order !== EVERYTHING.order) params.set('order', order);
  return params;
};

/** Marks an address that was written here, after what is sought had changed already. */
const OURS = 'sought';

/**
 * What is sought stands in the page's address: whoever comes back from a dossier finds the list as it was. The address
 * follows the fields, a moment later: fields that followed the address would put back, for that moment, what was typed.
 */
export function useSought(): [Sought, (change: Partial<Sought>) => void] {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation() as { state: unknown };
  const [sought, setSought] = useState(() => read(params));
  useEffect(() => {
    if (state !== OURS) setSought(read(params));
  }, [params, state]);
  const seek = (change: Partial<Sought>): void => {
    const next = { ...sought, ...change };
    setSought(next);
    setParams(write(next), { replace: true, state: OURS });
  };
  return [sought, seek];
}
