import { ChevronDown, Search } from 'lucide-react';
import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DossierRow, DossierStatus } from '../../contract/dossier';
import { TextField } from '../ui/text-field';
import { STATUS_TEXTS } from './dossier-status';
import { ORDERS, statusesOf, type Order, type Sought } from './sought';

interface Props {
  dossiers: readonly DossierRow[];
  sought: Sought;
  onSeek: (change: Partial<Sought>) => void;
}

/** Ticked all to begin with (R51); the last tick stays, because an empty list would say nothing. */
function StatusFilter({ dossiers, sought: { statuses }, onSeek }: Props) {
  const present = statusesOf(dossiers);
  if (present.length < 2) return null;
  const ticked = present.filter((status) => statuses.includes(status));
  const toggle = (status: DossierStatus) =>
    onSeek({
      statuses: statuses.includes(status) ? statuses.filter((one) => one !== status) : [...statuses, status],
    });
  return (
    <fieldset className="ticks">
      <legend className="field-label">
        <FormattedMessage id="dossier.filter.status" />
      </legend>
      {present.map((status) => (
        <label key={status} className="tick">
          <input
            type="checkbox"
            checked={statuses.includes(status)}
            disabled={ticked.length === 1 && ticked[0] === status}
            onChange={() => toggle(status)}
          />
          <FormattedMessage id={STATUS_TEXTS[status]} />
        </label>
      ))}
    </fieldset>
  );
}

const ORDER_TEXTS = {
  latest: 'dossier.order.latest',
  number: 'dossier.order.number',
  description: 'dossier.order.description',
} as const satisfies Record<Order, string>;

function OrderChoice({ order, onSeek }: { order: Order; onSeek: Props['onSeek'] }) {
  const intl = useIntl();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <FormattedMessage id="dossier.order.label" />
      </label>
      <div className="field-box">
        <select
          id={id}
          className="field-input"
          value={order}
          onChange={({ target }) => onSeek({ order: ORDERS.find((one) => one === target.value) })}
        >
          {ORDERS.map((one) => (
            <option key={one} value={one}>
              {intl.formatMessage({ id: ORDER_TEXTS[one] })}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" className="field-arrow" />
      </div>
    </div>
  );
}

/** Search, status and order of the list of dossiers; each takes effect at once. */
export function DossierFilter(props: Props) {
  const { sought, onSeek } = props;
  const intl = useIntl();
  return (
    <search className="filter">
      <TextField
        id="dossier-search"
        type="search"
        label={intl.formatMessage({ id: 'dossier.filter.search' })}
        value={sought.text}
        onChange={(text) => onSeek({ text })}
        autoComplete="off"
        before={<Search aria-hidden="true" />}
      />
      <OrderChoice order={sought.order} onSeek={onSeek} />
      <StatusFilter {...props} />
    </search>
  );
}
