import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  MAIL_SUBJECTS,
  mailSwitchesSchema,
  type MailSubject,
  type MailSwitches,
} from '../../contract/mail-switches';
import { call } from '../api';
import { useErrorText } from '../ui/error-text';
import { Loaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';
import { Section } from './section';

const TEXTS = { documents: 'account.mails.documents', messages: 'account.mails.messages' } as const;

const load = (signal: AbortSignal) => call(mailSwitchesSchema, '/account/mails', { signal });

/** Saved as soon as it is ticked: there is nothing to forget. */
function Switches({ kept }: { kept: MailSwitches }) {
  const intl = useIntl();
  const say = useToast();
  const errorText = useErrorText();
  const { error, submit } = useSubmit();
  const [chosen, setChosen] = useState(kept);
  const flip = (subject: MailSubject): void =>
    void submit(async () => {
      const body = { [subject]: !chosen[subject] };
      setChosen(await call(mailSwitchesSchema, '/account/mails', { method: 'PATCH', body }));
      say(intl.formatMessage({ id: 'account.mails.saved' }));
    });
  return (
    <>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <div role="group" aria-labelledby="mails-title">
        {MAIL_SUBJECTS.map((subject) => (
          <label key={subject} className="tick">
            <input type="checkbox" checked={chosen[subject]} onChange={() => flip(subject)} />
            <FormattedMessage id={TEXTS[subject]} />
          </label>
        ))}
      </div>
    </>
  );
}

/** R91: about what the account is written to. */
export function MailsSection() {
  const switches = useResource(load);
  return (
    <Section id="mails" titleId="account.mails.title">
      <p>
        <FormattedMessage id="account.mails.text" />
      </p>
      <Loaded resource={switches}>{(kept) => <Switches kept={kept} />}</Loaded>
    </Section>
  );
}
