import { Status, Typography } from '@strapi/design-system';

interface StatusLabelProps {
  variant: 'neutral' | 'secondary' | 'success' | 'danger';
  children: string;
}

/** A state as a word with a colour, as Strapi shows its own. */
export const StatusLabel = ({ variant, children }: StatusLabelProps) => (
  <Status variant={variant} size="XS" width="fit-content">
    <Typography
      tag="span"
      variant="omega"
      fontWeight="bold"
      textColor={`${variant}700`}
      style={{ whiteSpace: 'nowrap' }}
    >
      {children}
    </Typography>
  </Status>
);
