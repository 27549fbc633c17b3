import './without-eval';
import type { z } from 'zod';
import { FIRST_ANSWERS, firstAnswersSchema, type FirstAnswers } from '../contract/first-answers';

/** Takes the answers out of the page: what stands there would still do so when their reader has signed out. */
const read = (): FirstAnswers => {
  const element = document.getElementById(FIRST_ANSWERS);
  element?.remove();
  try {
    return firstAnswersSchema.parse(JSON.parse(element?.textContent ?? '{}'));
  } catch {
    // Something on the way has changed the page: it asks by itself.
    return {};
  }
};

const answers = new Map(Object.entries(read()));

/** What the server has said with the page to this question; null where it has not, or it is not to be counted on any more. */
export function firstAnswer<T>(schema: z.ZodType<T>, path: string): T | null {
  const answer = answers.get(path);
  return answer === undefined ? null : (schema.safeParse(answer).data ?? null);
}

/** Each is taken once: who asks again wants to know what has changed. */
export const dropFirstAnswer = (path: string): void => void answers.delete(path);

/** What stands unread when the page begins to ask by itself is of an earlier moment than what it hears then. */
export const dropFirstAnswers = (): void => answers.clear();
