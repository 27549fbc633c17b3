import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate, useParams } from 'react-router-dom';
import { SUBJECT_MAX, type MessageView } from '../../contract/message';
import { loadMessage } from './message-api';
import { useDossier } from '../dossier/dossier-context';
import { useSession } from '../session/session';
import { Loaded } from '../ui/loaded';
import { NotFound } from '../ui/not-found';
import { PageHeading } from '../ui/page-heading';
import { useResource } from '../ui/resource';
import { useToast } from '../ui/toast';
import { BackToMessages } from './back-to-messages';
import { ComposeForm } from './compose-form';
import { Original } from './message-text';

const ANSWERED = /^re:\s*/i;

function Compose({ original }: { original: MessageView | null }) {
  const intl = useIntl();
  const say = useToast();
  const navigate = useNavigate();
  const { account } = useSession();
  const { dossier, reload } = useDossier();
  const subject = original ? `Re: ${original.subject.replace(ANSWERED, '')}`.slice(0, SUBJECT_MAX) : '';

  const sent = (): void => {
    say(intl.formatMessage({ id: 'message.send.done' }));
    reload();
    navigate(`/dossiers/${dossier.id}/messages`, { replace: true });
  };
  return (
    <>
      <PageHeading textId={original ? 'message.reply.title' : 'message.new.title'} />
      <p className="quiet-text">
        <FormattedMessage
          id="message.new.dossier"
          values={{ dossier: dossier.description, number: dossier.number }}
        />
      </p>
      <ComposeForm
        dossier={dossier}
        draftKey={`${account?.id ?? ''}.${dossier.id}.${original?.id ?? 'new'}`}
        replyTo={original?.id ?? null}
        firstSubject={subject}
        onSent={sent}
      />
      {original && (
        <Original message={original} address={`/dossiers/${dossier.id}/messages/${original.id}`} />
      )}
    </>
  );
}

/** A new message to the firm (R72). */
export function NewMessagePage() {
  const { dossier } = useDossier();
  if (!dossier.abilities.write) return <NotFound />;
  return (
    <>
      <BackToMessages dossier={dossier} />
      <Compose original={null} />
    </>
  );
}

/** An answer, with the original under it (R71). */
export function ReplyPage() {
  const { messageId = '' } = useParams();
  const { dossier } = useDossier();
  const resource = useResource(useCallback((signal) => loadMessage(messageId, signal), [messageId]));
  return (
    <>
      <BackToMessages dossier={dossier} />
      <Loaded resource={resource} page>
        {(original) => (original.abilities.reply ? <Compose original={original} /> : <NotFound />)}
      </Loaded>
    </>
  );
}
