import { useSearchParams } from 'react-router-dom';
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

/** What is sought stands in the page's address: whoever comes back from a dossier finds the list as it was. */
export function useSought(): [Sought, (change: Partial<Sought>) => void] {
  const [params, setParams] = useSearchParams();
  const sought = read(params);
  return [sought, (change) => setParams(write({ ...sought, ...change }), { replace: true })];
}
