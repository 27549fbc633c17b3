import { Box } from '@strapi/design-system';
import type { ReactNode, SyntheticEvent } from 'react';

const keep = (event: SyntheticEvent): void => event.stopPropagation();

/**
 * A dialog that belongs to a row of a table. React tells the table what is typed in it, and Strapi's takes most keys for
 * its own.
 */
export const Apart = ({ children }: { children: ReactNode }) => (
  <Box onKeyDown={keep} onFocus={keep}>
    {children}
  </Box>
);
