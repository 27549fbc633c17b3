import { useEffect, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Navigate, NavigationType, useLocation, useNavigationType } from 'react-router-dom';
import type { DossierList, DossierRow } from '../../contract/dossier';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { useGrowing } from '../ui/growing';
import { Loaded } from '../ui/loaded';
import { PageHeading } from '../ui/page-heading';
import { DossierRows } from './dossier-list';
import { DossierFilter } from './dossier-filter';
import { BACK_TO_LIST, useDossierList, usePlaceInList } from './dossier-list-context';
import { seek } from './sought';
import { useSought } from './sought-in-address';

interface FoundProps {
  dossiers: readonly DossierRow[];
  filterKey: string;
}

/** Which of the dossiers the reader comes back from; -1 where they come from elsewhere. */
function useBackFrom(dossiers: readonly DossierRow[]): number {
  const isBack = useNavigationType() === NavigationType.Pop;
  const { state } = useLocation() as { state: unknown };
  const place = usePlaceInList();
  const [from] = useState(() =>
    isBack || state === BACK_TO_LIST ? dossiers.findIndex(({ id }) => place.wasOpened(id)) : -1,
  );
  return from;
}

/**
 * As many of the dossiers as were scrolled to. Whoever comes back from one of them goes on there, and whoever asks for
 * more by keyboard at the first that came.
 */
function Found({ dossiers, filterKey }: FoundProps) {
  const from = useBackFrom(dossiers);
  const { shown, end, more } = useGrowing(dossiers, filterKey, from + 1);
  const list = useRef<HTMLUListElement>(null);
  const goOnAt = useRef(from);
  useEffect(() => {
    list.current?.children[goOnAt.current]?.querySelector('a')?.focus();
    goOnAt.current = -1;
  }, [shown.length]);
  return (
    <>
      <DossierRows ref={list} dossiers={shown} />
      <div ref={end} />
      {more && (
        <p className="page-act">
          <Button
            onPress={() => {
              goOnAt.current = shown.length;
              more();
            }}
          >
            <FormattedMessage id="dossier.list.more" values={{ left: dossiers.length - shown.length }} />
          </Button>
        </p>
      )}
    </>
  );
}

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
  const { search } = useLocation();
  const place = usePlaceInList();
  useEffect(() => place.noteSearch(search), [place, search]);
  // The list may have been loaded a while ago, on another page.
  useEffect(reload, [reload]);
  return (
    <Loaded resource={list} page>
      {(value) => <Dossiers {...value} />}
    </Loaded>
  );
}
