import { parentPort } from 'node:worker_threads';
import type { PasswordFault, PasswordRule } from '../../../contract/password';
import { judgePassword } from '../../../password/judge';

/** A password that somebody wants to choose, and the number by which its answer is known. */
export interface Question {
  number: number;
  password: string;
  rule: PasswordRule;
}

export interface Verdict {
  number: number;
  fault: PasswordFault | null;
}

// A thread of its own: lists of 150,000 words and some milliseconds a password, past the event loop.
parentPort?.on('message', ({ number, password, rule }: Question) => {
  const { fault } = judgePassword(password, rule);
  parentPort?.postMessage({ number, fault } satisfies Verdict);
});
