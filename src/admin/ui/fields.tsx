import { Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { HTMLInputTypeAttribute, ReactNode, SyntheticEvent } from 'react';

interface FieldBoxProps {
  name: string;
  label: string;
  hint?: string;
  fault: string | undefined;
  required?: boolean;
  children: ReactNode;
}

/** Label above, hint and error below, all tied to the input for a screen reader. */
export const FieldBox = ({ name, label, hint, fault, required, children }: FieldBoxProps) => (
  <Field.Root name={name} hint={hint} error={fault} required={required} width="100%">
    <Field.Label>{label}</Field.Label>
    {children}
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);

export interface TextFieldProps extends Omit<FieldBoxProps, 'children'> {
  value: string;
  onChange: (value: string) => void;
  type?: HTMLInputTypeAttribute;
}

export const TextField = ({ value, onChange, type = 'text', ...box }: TextFieldProps) => (
  <FieldBox {...box}>
    <TextInput
      type={type}
      value={value}
      // The record is another person's: the browser must not offer the reader's own data.
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </FieldBox>
);

/** What a half-typed day is handed on as, for the contract to refuse: dropped in silence, it would look like no day at all. */
const UNREADABLE = 'unreadable';

const LAST_DAY = '9999-12-31';

const typedDay = ({ currentTarget: { value, validity } }: SyntheticEvent<HTMLInputElement>): string =>
  validity.badInput ? UNREADABLE : value;

/**
 * A calendar day, `2026-12-04`, or nothing. It is the browser's own field: it shows the day that is sent, and cannot hold
 * another one. While a day is half typed there is no change to hear of, so it is looked at after every key.
 */
export const DayField = ({ value, onChange, ...box }: Omit<TextFieldProps, 'type'>) => {
  const read = (event: SyntheticEvent<HTMLInputElement>) => onChange(typedDay(event));
  return (
    <FieldBox {...box}>
      <TextInput
        type="date"
        max={LAST_DAY}
        autoComplete="off"
        defaultValue={value}
        onChange={read}
        onKeyUp={read}
        onBlur={read}
      />
    </FieldBox>
  );
};

interface ChoiceFieldProps<Value extends string> extends Omit<FieldBoxProps, 'children'> {
  value: Value;
  choices: readonly Value[];
  wordOf: (value: Value) => string;
  onChange: (value: Value) => void;
}

export const ChoiceField = <Value extends string>(props: ChoiceFieldProps<Value>) => {
  const { value, choices, wordOf, onChange, ...box } = props;
  const choose = (chosen: string | number) => {
    const choice = choices.find((candidate) => candidate === chosen);
    if (choice !== undefined) onChange(choice);
  };
  return (
    <FieldBox {...box}>
      <SingleSelect value={value} onChange={choose}>
        {choices.map((choice) => (
          <SingleSelectOption key={choice} value={choice}>
            {wordOf(choice)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </FieldBox>
  );
};
