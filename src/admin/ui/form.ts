import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { useSay } from '../words';
import { useErrorText } from './error-text';
import { blames, faultsIn, faultsOf, focusFirst, type Faults } from './faults';

interface FormOptions<Values, Input, Answer> {
  empty: Values;
  schema: z.ZodType<unknown, Input>;
  /** What is sent, made of what was typed. */
  input: (values: Values) => Input;
  send: (input: Input) => Promise<Answer>;
  onSent: (answer: Answer) => void;
  /** Why it cannot be sent just now, or null. */
  blocked?: string | null;
}

export interface Form<Values> {
  values: Values;
  change: (change: Partial<Values>) => void;
  /** Puts these values in, and forgets what was wrong. */
  reset: (values: Values) => void;
  /** What is wrong with a field, or undefined; of a field in a list of records, `steps.0.label`. */
  faultOf: (field: keyof Values | `${string}.${number}.${string}`) => string | undefined;
  /** Why sending failed; what was typed stays. */
  failure: string | null;
  sending: boolean;
  submit: (event: FormEvent<HTMLFormElement>) => void;
}

/** A form checked by the contract before it is sent; it empties itself only when it was accepted. */
export const useForm = <Values extends object, Input extends object, Answer>({
  empty,
  schema,
  input,
  send,
  onSent,
  blocked = null,
}: FormOptions<Values, Input, Answer>): Form<Values> => {
  const say = useSay();
  const errorText = useErrorText();
  const [values, setValues] = useState(empty);
  const [faults, setFaults] = useState<Faults>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [sending, setSending] = useState(false);

  const deliver = async (form: HTMLFormElement, typed: Input) => {
    setSending(true);
    try {
      const answer = await send(typed);
      setValues(empty);
      onSent(answer);
    } catch (error) {
      const found = faultsOf(error, say);
      setFaults(found);
      setFailure(blames(error) ? null : errorText(error));
      focusFirst(form, found);
    } finally {
      setSending(false);
    }
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = input(values);
    const found = faultsIn(schema, typed, say);
    setFaults(found);
    setFailure(blocked);
    focusFirst(event.currentTarget, found);
    if (!blocked && Object.keys(found).length === 0) void deliver(event.currentTarget, typed);
  };

  return {
    values,
    change: (change) => {
      setValues((current) => ({ ...current, ...change }));
    },
    reset: (fresh) => {
      setValues(fresh);
      setFaults({});
      setFailure(null);
    },
    faultOf: (field) => faults[String(field)],
    failure,
    sending,
    submit,
  };
};
