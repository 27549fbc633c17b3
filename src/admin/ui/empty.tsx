import { EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import type { ReactNode } from 'react';

interface EmptyProps {
  children: string;
  action?: ReactNode;
}

/** Says what will appear here, and when. */
export const Empty = ({ children, action }: EmptyProps) => (
  <EmptyStateLayout
    icon={<EmptyDocuments width="16rem" />}
    content={children}
    action={action}
    shadow="tableShadow"
  />
);
