import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';

interface DeskPageProps {
  title: string;
  subtitle?: string;
  /** The page above this one. */
  back?: { to: string; label: string };
  primaryAction?: ReactNode;
  children: ReactNode;
}

/** The frame of every page of the desk: Strapi's header, title and content. */
export const DeskPage = ({ title, subtitle, back, primaryAction, children }: DeskPageProps) => (
  <Page.Main>
    <Page.Title>{title}</Page.Title>
    <Layouts.Header
      id="main-content-title"
      title={title}
      subtitle={subtitle}
      primaryAction={primaryAction}
      navigationAction={
        back && (
          <Link tag={NavLink} to={back.to} startIcon={<ArrowLeft />}>
            {back.label}
          </Link>
        )
      }
    />
    {children}
  </Page.Main>
);
