import { FormattedMessage, useIntl } from 'react-intl';
import type { OwnSession } from '../../contract/account';
import { endOtherSessions, endSession, loadOwnSessions } from './account-api';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Moment } from '../ui/format';
import { Loaded } from '../ui/loaded';
import { Notice } from '../ui/notice';
import { useResource } from '../ui/resource';
import { useSubmit } from '../ui/submit';
import { useToast } from '../ui/toast';
import { Section } from './section';

/** "Firefox on Windows", or what of it is known. */
function useDeviceText(): (device: OwnSession['device']) => string {
  const intl = useIntl();
  return ({ browser, system }) =>
    browser && system
      ? intl.formatMessage({ id: 'account.sessions.device' }, { browser, system })
      : (browser ?? system ?? intl.formatMessage({ id: 'account.sessions.unknown' }));
}

function SessionRow({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const deviceText = useDeviceText();
  const name = `${session.id}-name`;
  return (
    <li className="session-row">
      <div className="session-row-text">
        <span id={name} className="account-value">
          {deviceText(session.device)}
        </span>
        {session.isCurrent && (
          <span className="mark-text">
            <FormattedMessage id="account.sessions.current" />
          </span>
        )}
        <span className="quiet-text">
          <FormattedMessage
            id="account.sessions.started"
            values={{ at: <Moment at={session.startedAt} /> }}
          />
        </span>
        <span className="quiet-text">
          <FormattedMessage id="account.sessions.used" values={{ at: <Moment at={session.lastUsedAt} /> }} />
        </span>
        {session.address && (
          <span className="quiet-text">
            <FormattedMessage id="account.sessions.address" values={{ address: session.address }} />
          </span>
        )}
      </div>
      {!session.isCurrent && (
        <Button onPress={onEnd} aria-describedby={name}>
          <FormattedMessage id="account.sessions.end" />
        </Button>
      )}
    </li>
  );
}

/** B14: where the account is signed in; each other place can be signed out. */
export function SessionsSection() {
  const intl = useIntl();
  const say = useToast();
  const errorText = useErrorText();
  const resource = useResource(loadOwnSessions);
  const { error, submit } = useSubmit();
  const end = (
    act: () => Promise<unknown>,
    done: 'account.sessions.ended' | 'account.sessions.others-ended',
  ) =>
    void submit(async () => {
      await act().finally(resource.reload);
      say(intl.formatMessage({ id: done }));
      // The button that was pressed is gone; without this the keyboard would start at the page's top.
      document.getElementById('sessions')?.focus();
    });
  return (
    <Section id="sessions" titleId="account.sessions.title">
      <p>
        <FormattedMessage id="account.sessions.text" />
      </p>
      {error && <Notice kind="danger">{errorText(error)}</Notice>}
      <Loaded resource={resource} lines={3}>
        {({ sessions }) => (
          <>
            <ul className="session-rows">
              {sessions.map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  onEnd={() => end(() => endSession(session.id), 'account.sessions.ended')}
                />
              ))}
            </ul>
            {sessions.length > 1 && (
              <Button onPress={() => end(endOtherSessions, 'account.sessions.others-ended')}>
                <FormattedMessage id="account.sessions.end-others" />
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
