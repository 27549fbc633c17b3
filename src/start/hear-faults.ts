import type { Core } from '@strapi/strapi';

/** How Node calls it that the other end has left in the middle of an answer. */
const LEFT = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

const hasLeft = (error: Error): boolean => 'code' in error && LEFT.has(String(error.code));

/** An address that cannot be read, for instance: whoever asked was told, and nothing of ours is broken. */
const isTheirs = (error: Error): boolean => 'expose' in error && error.expose === true;

/**
 * What goes wrong after an answer has begun comes to nobody but Koa, which prints it with its stack, past the log. A
 * reader who closes a page is no fault at all; everything else belongs in the log. Koa's own way is replaced and not
 * listened beside, because Strapi's upload plugin calls it, too.
 */
export const hearFaults = (strapi: Core.Strapi): void => {
  strapi.server.app.onerror = (error: Error): void => {
    if (!hasLeft(error) && !isTheirs(error)) strapi.log.error(error.stack ?? error.message);
  };
};
