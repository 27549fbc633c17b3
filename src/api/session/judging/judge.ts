import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { refuse } from '../../../contract/refuse';
import type { PasswordFault, PasswordRule } from '../../../contract/password';
import type { Question, Verdict } from './worker';

/** In milliseconds: a hundred times what the longest password takes. */
const DEADLINE = 10_000;

interface Waiting {
  answer: (fault: PasswordFault | null) => void;
  fail: (error: Error) => void;
}

/** The thread that judges, and who waits for it; the thread begins with the first question. */
class Judge {
  #thread: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #asked = 0;

  ask(password: string, rule: PasswordRule): Promise<PasswordFault | null> {
    const number = (this.#asked += 1);
    const thread = (this.#thread ??= this.#start());
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => void thread.terminate(), DEADLINE);
      const leave = (): void => {
        clearTimeout(deadline);
        this.#waiting.delete(number);
        // A process that has nothing else to do may end.
        if (this.#waiting.size === 0) thread.unref();
      };
      this.#waiting.set(number, {
        answer: (fault) => (leave(), resolve(fault)),
        fail: (error) => (leave(), reject(error)),
      });
      thread.ref();
      thread.postMessage({ number, password, rule } satisfies Question);
    });
  }

  #start(): Worker {
    const thread = new Worker(path.join(__dirname, 'worker.js'));
    thread.on('message', ({ number, fault }: Verdict) => this.#waiting.get(number)?.answer(fault));
    thread.on('error', (error) => strapi.log.error(`Passwords could not be judged: ${String(error)}`));
    thread.on('exit', () => this.#end());
    return thread;
  }

  /** Nobody waits for a thread that has ended; the next question begins another. */
  #end(): void {
    this.#thread = undefined;
    for (const { fail } of this.#waiting.values()) fail(refuse('busy', 'The judge of passwords has ended'));
  }
}

const judge = new Judge();

/** Why a new password is refused; null where it is good. Judged past the event loop. */
export const faultOf = (password: string, rule: PasswordRule): Promise<PasswordFault | null> =>
  judge.ask(password, rule);
