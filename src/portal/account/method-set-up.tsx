import { useEffect, useRef, useState, type ComponentType } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MethodKind } from '../../contract/second-step';
import { canUsePasskeys } from '../session/passkeys';
import { Button } from '../ui/button';
import { PasskeySetUp } from './passkey-set-up';
import type { SetUpProps } from './set-up';
import { SmsSetUp } from './sms-set-up';
import { TotpSetUp } from './totp-set-up';

const SET_UPS: Record<MethodKind, ComponentType<SetUpProps>> = {
  sms: SmsSetUp,
  totp: TotpSetUp,
  passkey: PasskeySetUp,
};

const usable = (offered: MethodKind[]): MethodKind[] =>
  offered.filter((kind) => kind !== 'passkey' || canUsePasskeys());

/** Whether anything of this can be set up in this browser. */
export const canSetUp = (offered: MethodKind[]): boolean => usable(offered).length > 0;

interface ChoiceProps {
  kinds: MethodKind[];
  present: MethodKind[];
  onChoose: (kind: MethodKind) => void;
}

/** Each way in one sentence, and its button. */
const Choice = ({ kinds, present, onChoose }: ChoiceProps) => (
  <ul className="set-up-choice">
    {kinds.map((kind) => (
      <li key={kind}>
        <p>
          <FormattedMessage id={`second-step.what.${kind}`} />
        </p>
        <Button onPress={() => onChoose(kind)}>
          <FormattedMessage id={`second-step.${present.includes(kind) ? 'replace' : 'add'}.${kind}`} />
        </Button>
      </li>
    ))}
  </ul>
);

/** Takes the focus from the button that was pressed and is gone. */
function Heading({ kind }: { kind: MethodKind }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1}>
      <FormattedMessage id={`second-step.add.${kind}`} />
    </h3>
  );
}

interface Props extends SetUpProps {
  offered: MethodKind[];
  /** What the account has already. */
  present?: MethodKind[];
}

/** The ways that can be set up here: first the choice, then the one that was chosen. */
export function MethodSetUp({ offered, present = [], ...props }: Props) {
  const [chosen, setChosen] = useState<MethodKind | null>(null);
  const kinds = usable(offered);
  if (chosen === null) return <Choice kinds={kinds} present={present} onChoose={setChosen} />;
  const SetUp = SET_UPS[chosen];
  return (
    <div className="set-up">
      <Heading kind={chosen} />
      <SetUp {...props} />
      <Button kind="quiet" onPress={() => setChosen(null)}>
        <FormattedMessage id="second-step.set-up.other" />
      </Button>
    </div>
  );
}
