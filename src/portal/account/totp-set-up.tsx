import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { TotpBegun } from '../../contract/second-step';
import { beginTotp, confirmTotp } from '../second-step-api';
import { CodeForm } from '../session/code-form';
import { Button } from '../ui/button';
import { useErrorText } from '../ui/error-text';
import { Notice } from '../ui/notice';
import { useSubmit } from '../ui/submit';
import { QrCode } from './qr-code';
import { atOnce, type SetUpProps } from './set-up';

/** Letters that have to be typed by hand, four at a time. */
const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

function Steps({ begun }: { begun: TotpBegun }) {
  const intl = useIntl();
  return (
    <ol className="set-up-steps">
      <li>
        <FormattedMessage id="totp.set-up.install" />
      </li>
      <li>
        <FormattedMessage id="totp.set-up.scan" />
        <QrCode text={begun.address} alt={intl.formatMessage({ id: 'totp.set-up.picture' })} />
        <p>
          <a href={begun.address}>
            <FormattedMessage id="totp.set-up.open" />
          </a>
        </p>
        <p>
          <FormattedMessage id="totp.set-up.type" />
        </p>
        <p className="recovery-code">{inFours(begun.secret)}</p>
      </li>
      <li>
        <FormattedMessage id="totp.set-up.code" />
      </li>
    </ol>
  );
}

/** An authenticator app becomes a second step: secret, first code, done (B9). */
export function TotpSetUp({ onAdded, confirmed = atOnce }: SetUpProps) {
  const errorText = useErrorText();
  const { pending, error, submit } = useSubmit();
  const [begun, setBegun] = useState<TotpBegun | null>(null);
  if (begun === null) {
    return (
      <div className="form">
        {error && <Notice kind="danger">{errorText(error)}</Notice>}
        <Button
          kind="primary"
          onPress={() => void submit(async () => setBegun(await confirmed(beginTotp)))}
          data-pending={pending || undefined}
        >
          <FormattedMessage id="totp.set-up.button" />
        </Button>
      </div>
    );
  }
  return (
    <>
      <Steps begun={begun} />
      <CodeForm
        kind="digits"
        buttonId="totp.set-up.confirm"
        send={async (code) => {
          const answer = await confirmed(() => confirmTotp({ id: begun.id, code }));
          if (answer) onAdded(answer);
        }}
      />
    </>
  );
}
