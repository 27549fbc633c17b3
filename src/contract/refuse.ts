import { ERRORS, type ErrorBody, type ErrorCode } from './errors';

type Detail = Omit<ErrorBody['error'], 'code' | 'message'>;

/** A refusal that the asking side is told about: a code for machines, a sentence for the log. */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    sentence: string,
    readonly detail: Detail = {},
  ) {
    super(sentence);
    this.name = 'Refusal';
    this.status = ERRORS[code];
  }
}

/** Builds the refusal to throw; the person's text is looked up by its code when it is answered. */
export const refuse = (code: ErrorCode, sentence: string, detail?: Detail): Refusal =>
  new Refusal(code, sentence, detail);
