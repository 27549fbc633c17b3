import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** Facts in as many columns as fit. */
export const Facts = ({ children }: { children: ReactNode }) => (
  <Box
    tag="dl"
    style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(20rem, 1fr))', gap: '2rem' }}
  >
    {children}
  </Box>
);

interface FactProps {
  name: string;
  children: ReactNode;
}

/** A name and its value. */
export const Fact = ({ name, children }: FactProps) => (
  <div>
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {name}
    </Typography>
    <Typography tag="dd" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </div>
);
