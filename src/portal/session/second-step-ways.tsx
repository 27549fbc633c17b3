import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { CodeSent, PasskeyToProve, SecondStepProof, SecondStepWay } from '../../contract/second-step';
import { Button } from '../ui/button';
import { CodeForm } from './code-form';
import { PasskeyStep } from './passkey-step';
import { canUsePasskeys } from './passkeys';
import { SmsStep } from './sms-step';

/** How this occasion is asked and answered: a sign-in, or a confirmation in a session. */
export interface Occasion {
  take: (proof: SecondStepProof) => Promise<void>;
  sendCode: () => Promise<CodeSent>;
  askPasskey: () => Promise<PasskeyToProve>;
}

interface Props extends Occasion {
  /** The ways open to the account, the usual one first. */
  methods: SecondStepWay[];
  sentTo: string | null;
}

/** A passkey is a way only where the browser can. */
const isKnown = (way: SecondStepWay): boolean => way !== 'passkey' || canUsePasskeys();

function Step({ way, sentTo, take, sendCode, askPasskey }: Omit<Props, 'methods'> & { way: SecondStepWay }) {
  if (way === 'sms')
    return <SmsStep sentTo={sentTo} send={sendCode} take={(code) => take({ method: 'sms', code })} />;
  if (way === 'passkey')
    return <PasskeyStep ask={askPasskey} take={(response) => take({ method: 'passkey', response })} />;
  const method = way === 'totp' ? 'totp' : 'recovery';
  return (
    <>
      <p>
        <FormattedMessage id={`second-step.${method}.text`} />
      </p>
      <CodeForm
        kind={method === 'totp' ? 'digits' : 'recovery'}
        buttonId="second-step.take.button"
        send={(code) => take({ method, code })}
      />
    </>
  );
}

function OtherWays({ ways, onChoose }: { ways: SecondStepWay[]; onChoose: (way: SecondStepWay) => void }) {
  if (ways.length === 0) return null;
  return (
    <section aria-labelledby="other-ways" className="other-ways">
      <h2 id="other-ways">
        <FormattedMessage id="second-step.ways.title" />
      </h2>
      {ways.map((way) => (
        <Button key={way} onPress={() => onChoose(way)}>
          <FormattedMessage id={`second-step.way.${way}`} />
        </Button>
      ))}
    </section>
  );
}

/** The second step by the usual way, with the others below it. */
export function SecondStepWays({ methods, ...occasion }: Props) {
  const ways = methods.filter((way) => isKnown(way));
  const [way, setWay] = useState(ways[0]);
  return (
    <>
      {way && <Step key={way} way={way} {...occasion} />}
      <OtherWays ways={ways.filter((other) => other !== way)} onChoose={setWay} />
    </>
  );
}
