import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';

interface Props extends Omit<TextFieldProps, 'children' | 'className' | 'isInvalid' | 'id'> {
  /** Also the target of the form's list of errors. */
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | null;
  /** Lines of a text area; one line without it. */
  rows?: number;
  /** Stands inside the field, at its left: a sign that says what the field is for. */
  before?: ReactNode;
  /** Stands inside the field, at its right. */
  after?: ReactNode;
}

/** Label above, hint under it, error above the field. */
export const TextField = ({ label, hint, error = null, rows, before, after, ...props }: Props) => (
  <AriaTextField {...props} className="field" isInvalid={error !== null} validationBehavior="aria">
    <Label>{label}</Label>
    {hint && (
      <Text slot="description" className="field-hint">
        {hint}
      </Text>
    )}
    <FieldError className="field-error">
      <CircleAlert aria-hidden="true" />
      {error}
    </FieldError>
    <div className="field-box">
      {before && <span className="field-sign">{before}</span>}
      {rows ? <TextArea rows={rows} className="field-input" /> : <Input className="field-input" />}
      {after}
    </div>
  </AriaTextField>
);
