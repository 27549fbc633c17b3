import { useEffect, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Navigate } from 'react-router-dom';
import type { DossierList, DossierRow } from '../../contract/dossier';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { useGrowing } from '../ui/growing';
import { Loaded } from '../ui/loaded';
import { PageHeading } from '../ui/page-heading';
import { DossierRows } from './dossier-list';
import { DossierFilter } from './dossier-filter';
import { useDossierList } from './dossier-list-context';
import { seek } from './sought';
import { useSought } from './sought-in-address';

const Found = ({ dossiers, filterKey }: { dossiers: readonly DossierRow[]; filterKey: string }) => {
  const { shown, end, more } = useGrowing(dossiers, filterKey);
  return (
    <>
      <DossierRows dossiers={shown} />
      <div ref={end} />
      {more && (
        <Button kind="plain" onPress={more}>
          <FormattedMessage id="dossier.list.more" />
        </Button>
      )}
    </>
  );
};

/** The list with what narrows it; how many were found is read out as one types. */
function Searchable({ dossiers }: DossierList) {
  const { locale } = useIntl();
  const [sought, setSought] = useSought();
  const { text, statuses, order } = sought;
  const filterKey = [text, order, ...statuses].join(' ');
  const found = useMemo(
    () => seek(dossiers, { text, statuses, order }, locale),
    [dossiers, text, statuses, order, locale],
  );
  return (
    <>
      <DossierFilter dossiers={dossiers} sought={sought} onSeek={setSought} />
      <p role="status" className="filter-count">
        <FormattedMessage
          id="dossier.filter.found"
          values={{ found: found.length, total: dossiers.length }}
        />
      </p>
      {found.length > 0 ? (
        <Found dossiers={found} filterKey={filterKey} />
      ) : (
        <Empty>
          <FormattedMessage id="dossier.filter.none" />
        </Empty>
      )}
    </>
  );
}

function Dossiers({ dossiers }: DossierList) {
  const [only, ...others] = dossiers;
  // R42: who has one dossier lands in it.
  if (only && others.length === 0) return <Navigate to={`/dossiers/${only.id}`} replace />;
  return (
    <>
      <PageHeading textId="dossier.list.title" />
      {only ? (
        <Searchable dossiers={dossiers} />
      ) : (
        <Empty>
          <FormattedMessage id="dossier.list.empty" />
        </Empty>
      )}
    </>
  );
}

/** All dossiers of the client. */
export function DossierListPage() {
  const list = useDossierList();
  const { reload } = list;
  // The list may have been loaded a while ago, on another page.
  useEffect(reload, [reload]);
  return (
    <Loaded resource={list} page>
      {(value) => <Dossiers {...value} />}
    </Loaded>
  );
}
