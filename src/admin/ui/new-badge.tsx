import { Badge } from '@strapi/design-system';

/** Marks what is new. Strapi's own active badge misses the contrast of WCAG AA. */
export const NewBadge = ({ children }: { children: string }) => (
  <Badge backgroundColor="primary100" textColor="primary700">
    {children}
  </Badge>
);
