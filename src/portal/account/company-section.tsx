import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { ExtraAccount, ExtraAccountList } from '../../contract/extra-account';
import { deleteAccount, loadAccounts } from './account-api';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';
import { AddAccountForm } from './add-account-form';
import { useConfirmed } from './confirmation';
import { Section } from './section';

function AccountItem({ account, onDelete }: { account: ExtraAccount; onDelete: () => void }) {
  const name = `${account.id}-name`;
  return (
    <li className="session-row">
      <span className="session-row-text">
        <span id={name} className="account-value">
          {account.email}
        </span>
        <span className={account.state === 'active' ? 'mark-text' : 'quiet-text'}>
          <FormattedMessage id={`company.state.${account.state}`} />
        </span>
        <span className="quiet-text">
          <FormattedMessage
            id="company.added"
            values={{ date: <FormattedDate value={account.addedAt} dateStyle="long" /> }}
          />
        </span>
      </span>
      <Button onPress={onDelete} aria-describedby={name}>
        <FormattedMessage id="company.delete.button" />
      </Button>
    </li>
  );
}

interface QuestionProps {
  account: ExtraAccount;
  onAnswer: (isSure: boolean) => void;
}

/** Nobody deletes a colleague's way in by a slip of the finger. */
function DeleteQuestion({ account, onAnswer }: QuestionProps) {
  const intl = useIntl();
  return (
    <Dialog
      title={intl.formatMessage({ id: 'company.delete.title' })}
      role="alertdialog"
      onClose={() => onAnswer(false)}
    >
      <p>
        <FormattedMessage id="company.delete.question" values={{ email: account.email }} />
      </p>
      <div className="dialog-buttons">
        <Button kind="primary" onPress={() => onAnswer(true)}>
          <FormattedMessage id="company.delete.button" />
        </Button>
        <Button onPress={() => onAnswer(false)}>
          <FormattedMessage id="page.cancel.button" />
        </Button>
      </div>
    </Dialog>
  );
}

function Parts({ list, reload }: { list: ExtraAccountList; reload: () => void }) {
  const intl = useIntl();
  const say = useToast();
  const confirmed = useConfirmed();
  const errorText = useErrorText();
  const { error, submit } = useSubmit();
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<ExtraAccount | null>(null);
  const { accounts, abilities } = list;

  const remove = ({ id }: ExtraAccount) =>
    submit(async () => {
      const done = await confirmed(async () => {
        await deleteAccount(id);
        return true;
      }).finally(reload);
      if (!done) return;
      say(intl.formatMessage({ id: 'company.delete.done' }));
      // The button that was pressed is gone; without this the keyboard would start at the page's top.
      document.getElementById('company')?.focus();
    });
  return (
    <>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      {accounts.length === 0 && (
        <p>
          <FormattedMessage id="company.none" />
        </p>
      )}
      <ul className="session-rows">
        {accounts.map((account) => (
          <AccountItem key={account.id} account={account} onDelete={() => setLeaving(account)} />
        ))}
      </ul>
      {isAdding && (
        <AddAccountForm
          onDone={(added) => {
            setAdding(false);
            reload();
            if (added !== null) say(intl.formatMessage({ id: 'company.add.done' }, { email: added.email }));
          }}
        />
      )}
      {abilities.add && !isAdding && (
        <Button onPress={() => setAdding(true)}>
          <FormattedMessage id="company.add.button" />
        </Button>
      )}
      {abilities.manage && !abilities.add && (
        <p>
          <FormattedMessage id="company.full" />
        </p>
      )}
      {leaving !== null && (
        <DeleteQuestion
          account={leaving}
          onAnswer={(isSure) => {
            setLeaving(null);
            if (isSure) void remove(leaving);
          }}
        />
      )}
    </>
  );
}

/** R92: the other accounts of a company, for its main login; nothing for everybody else. */
export default function CompanySection() {
  const { value, reload } = useResource(loadAccounts);
  if (value === null || (!value.abilities.manage && value.accounts.length === 0)) return null;
  return (
    <Section id="company" titleId="company.title">
      <p>
        <FormattedMessage id="company.text" />
      </p>
      <Parts list={value} reload={reload} />
    </Section>
  );
}
