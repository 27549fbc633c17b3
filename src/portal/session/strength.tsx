import { FormattedMessage, useIntl } from 'react-intl';
import {
  PASSWORD_DEMANDS,
  passwordLength,
  STRENGTHS,
  type PasswordRule,
  type Strength,
} from '../../contract/password';
import type { Judgement } from '../../password/judge';
import { useFaultText } from './password-fault';

/** What is asked for, before anything is typed. */
export const Demands = ({ rule }: { rule: PasswordRule }) => {
  const { min, composed } = PASSWORD_DEMANDS[rule.preset];
  return (
    <FormattedMessage
      id={composed ? 'session.password-length.composed' : 'session.password-length.hint'}
      values={{ min }}
    />
  );
};

const Bar = ({ strength }: { strength: Strength }) => (
  <span className="strength-bar" data-strength={strength} aria-hidden="true">
    {STRENGTHS.map((step) => (
      <span key={step} />
    ))}
  </span>
);

function useReason(password: string, rule: PasswordRule): (judgement: Judgement) => string | null {
  const intl = useIntl();
  const faultText = useFaultText();
  return ({ fault, weakness }) => {
    const missing = PASSWORD_DEMANDS[rule.preset].min - passwordLength(password);
    if (fault?.code === 'password-too-short')
      return intl.formatMessage({ id: 'session.password-length.missing' }, { missing });
    if (fault !== null && fault.code !== 'password-common') return faultText(fault);
    return weakness === null ? null : intl.formatMessage({ id: `session.password-weakness.${weakness}` });
  };
}

interface Props {
  password: string;
  rule: PasswordRule;
  judgement: Judgement;
  /** Whether the error above the field says already what is to be done. */
  isTold: boolean;
}

function Verdict({ password, rule, judgement, isTold }: Props) {
  const reason = useReason(password, rule)(judgement);
  const { strength, hints, fault } = judgement;
  const isHelpful = !isTold && fault?.code !== 'password-too-short';
  return (
    <>
      <Bar strength={strength} />
      <strong>
        <FormattedMessage id={`session.strength.${strength}`} />
      </strong>
      {!isTold && reason !== null && <>. {reason}</>}
      {isHelpful &&
        hints.map((hint) => (
          <span key={hint} className="strength-hint">
            <FormattedMessage id={`session.password-hint.${hint}`} />
          </span>
        ))}
    </>
  );
}

/** How strong the password is, in words, whenever the typing rests (R9). Read out, after what is being typed. */
export const StrengthMeter = ({
  judgement,
  ...rest
}: Omit<Props, 'judgement'> & { judgement: Judgement | null }) => (
  <div role="status" aria-live="polite" className="strength">
    {judgement !== null && <Verdict judgement={judgement} {...rest} />}
  </div>
);
