import { z } from 'zod';
import { expect } from '@playwright/test';

const mailsSchema = z.array(
  z.object({
    subject: z.string(),
    text: z.string(),
    html: z.string().optional(),
    envelope: z.object({ to: z.array(z.object({ address: z.string() })) }),
  }),
);

export type Mail = z.infer<typeof mailsSchema>[number];

const all = async (address: string): Promise<Mail[]> => {
  const answer = await fetch(`${process.env.MAILBOX_URL ?? ''}/email`);
  const mails = mailsSchema.parse(await answer.json());
  return mails.filter(({ envelope }) => envelope.to.some((to) => to.address === address));
};

/** The mails to `address`, as soon as there are `count` of them; the demo's mailbox is a server of its own. */
export const mailsTo = async (address: string, count: number): Promise<Mail[]> => {
  await expect.poll(async () => (await all(address)).length, { timeout: 20_000 }).toBe(count);
  return all(address);
};

/** The address that a mail leads to. */
export const linkIn = ({ text, subject }: Mail): string => {
  const [link] = /http:\/\/\S+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`No link in "${subject}"`);
  return link;
};
