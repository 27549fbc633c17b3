/* What a suite needs of the house, by one door. */
export * from './http';
export type { Inbox, Mail } from './inbox';
export * from './people';
export { startProxy, type Proxy } from './proxy';
export * from './scanner';
export * from './second-step';
export * from './statements';
export * from './strapi';
export * from './twilio';
