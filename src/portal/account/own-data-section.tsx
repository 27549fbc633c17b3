import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { ownDataSchema, type OwnData } from '../../contract/own-data';
import { call, fetchFile } from '../api';
import { DownloadNote } from '../document/download-note';
import { LANGUAGE_NAMES } from '../session/language';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { DayOf } from '../ui/format';
import { Loaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import type { TextId } from '../ui/text-id';
import { useConfirmed } from './confirmation';
import { saveFile } from './save-file';
import { Section } from './section';

const load = (signal: AbortSignal) => call(ownDataSchema, '/account/data', { signal });

const COMMUNICATION_TEXTS = {
  portal: 'account.data.communication.portal',
  'secured-mail': 'account.data.communication.secured-mail',
  post: 'account.data.communication.post',
} as const;

/** A fact with its name; nothing where there is none. */
function Fact({ nameId, children }: { nameId: TextId; children: ReactNode }) {
  if (children === null) return null;
  return (
    <div>
      <dt>
        <FormattedMessage id={nameId} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

const since = (at: string | null): ReactNode => at && <DayOf at={at} />;

const Facts = ({ client, account, counts }: OwnData) => (
  <dl className="own-facts">
    <Fact nameId="account.data.name">{client.name}</Fact>
    <Fact nameId="account.data.number">{client.number}</Fact>
    <Fact nameId="session.email.label">{client.contact?.email ?? account.email}</Fact>
    <Fact nameId="account.data.phone">{client.contact && (client.contact.phone ?? '–')}</Fact>
    <Fact nameId="session.user-name.label">{account.userName}</Fact>
    <Fact nameId="session.language.label">{LANGUAGE_NAMES[account.language]}</Fact>
    <Fact nameId="account.data.communication">
      <FormattedMessage id={COMMUNICATION_TEXTS[client.communication]} />
    </Fact>
    <Fact nameId="account.data.consented">{client.contact && since(client.contact.consentedAt)}</Fact>
    <Fact nameId="account.data.activated">{since(account.activatedAt)}</Fact>
    <Fact nameId="account.data.stored">
      <Link to="/dossiers">
        <FormattedMessage id="account.data.counts" values={counts} />
      </Link>
    </Fact>
  </dl>
);

/** The copy is made while it arrives; who wants it proves again who they are. */
function Export() {
  const intl = useIntl();
  const confirmed = useConfirmed();
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [saved, setSaved] = useState<string | null>(null);
  const take = (): void =>
    void submit(async () => {
      const file = await confirmed(() => fetchFile('/account/data/export'));
      if (file === null) return;
      const name = intl.formatMessage({ id: 'account.data.export.file' });
      saveFile(file, name);
      setSaved(name);
    });
  return (
    <>
      <p>
        <FormattedMessage id="account.data.export.text" />
      </p>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <Button onPress={take} data-pending={pending || undefined}>
        <FormattedMessage id="account.data.export.button" />
      </Button>
      <DownloadNote name={saved} />
    </>
  );
}

/** R64: what the firm has stored of the client, to look at and to take along. */
export function OwnDataSection() {
  const resource = useResource(load);
  return (
    <Section id="data" titleId="account.data.title">
      <p>
        <FormattedMessage id="account.data.text" />
      </p>
      <Loaded resource={resource} lines={6}>
        {(data) => <Facts {...data} />}
      </Loaded>
      <Export />
    </Section>
  );
}
