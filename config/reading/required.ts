import type { Core } from '@strapi/strapi';

/** A setting without which nothing may start; the sentence says what to do. */
export const required = (env: Core.Config.Shared.ConfigParams['env'], name: string): string => {
  const value = env(name, '');
  if (value === '') throw new Error(`${name} is not set. Copy .env.example to .env and fill it in.`);
  return value;
};
