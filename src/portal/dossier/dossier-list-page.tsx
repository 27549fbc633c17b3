import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import { Navigate } from 'react-router-dom';
import type { DossierList } from '../../contract/dossier';
import { Empty } from '../ui/empty';
import { Loaded } from '../ui/loaded';
import { PageHeading } from '../ui/page-heading';
import { DossierRows } from './dossier-list';
import { useDossierList } from './dossier-list-context';

function Dossiers({ dossiers }: DossierList) {
  const [only, ...others] = dossiers;
  // R42: who has one dossier lands in it.
  if (only && others.length === 0) return <Navigate to={`/dossiers/${only.id}`} replace />;
  return (
    <>
      <PageHeading textId="dossier.list.title" />
      {only ? (
        <DossierRows dossiers={dossiers} />
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
