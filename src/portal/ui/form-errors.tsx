import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, type MouseEvent } from 'react';
import { FormattedMessage } from 'react-intl';
import type { FormFaults } from './form-faults';

/** The list above a form of what is to be mended; each line leads to its field. It takes the focus. */
export function FormErrors({ faults, turn }: FormFaults['list']) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [turn]);
  if (faults.length === 0) return null;

  const lead = (event: MouseEvent, fieldId: string): void => {
    event.preventDefault();
    document.getElementById(fieldId)?.focus();
  };
  return (
    <div className="notice danger" role="alert" tabIndex={-1} ref={box}>
      <CircleAlert aria-hidden="true" />
      <div>
        <p className="notice-title">
          <FormattedMessage id="page.form-errors.title" />
        </p>
        <ul>
          {faults.map(({ fieldId, text }) => (
            <li key={fieldId}>
              <a href={`#${fieldId}`} onClick={(event) => lead(event, fieldId)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
