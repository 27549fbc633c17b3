import { z } from 'zod';

/** The element of the page in which the server says what the page would ask first. */
export const FIRST_ANSWERS = 'first-answers';

/** What the API answers, by the address below /api/portal; each as the contract of that address says. */
export const firstAnswersSchema = z.record(z.string(), z.unknown());
export type FirstAnswers = z.infer<typeof firstAnswersSchema>;

/** The pages of which the build says what code they need first: their readers are not led there, they arrive there. */
export const FIRST_PAGES = ['sign-in', 'home', 'documents', 'messages'] as const;
export type FirstPage = (typeof FIRST_PAGES)[number];
