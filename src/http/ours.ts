// Strapi's router does not care about capitals: an address that it takes must not slip past here.
const OURS = /^\/(api\/portal|desk)(\/|$)/i;

/** The house's own addresses, as opposed to Strapi's. */
export const isOurs = (path: string): boolean => OURS.test(path);
