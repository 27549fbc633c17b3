import { lazy, Suspense } from 'react';
import { matchRoutes, useLocation, useRoutes, type RouteObject } from 'react-router-dom';

/** The route with its page, whose code is loaded when somebody goes there; `handle` begins with that. */
const asPage = ({ lazy: load, index, children, ...route }: RouteObject): RouteObject => {
  const below = index ? { index } : { index: false as const, children: children?.map(asPage) };
  if (!load) return { ...route, ...below };
  const Page = lazy(async () => {
    const { Component } = await load();
    if (!Component) throw new Error(`There is no page for ${route.path}`);
    return { default: Component };
  });
  return { ...route, ...below, handle: load, element: <Page /> };
};

/** Asks for the code of all pages that stand inside one another, or each would wait for the one around it. */
const fetchCode = (pages: RouteObject[], pathname: string, basename?: string): void => {
  for (const { route } of matchRoutes(pages, pathname, basename) ?? []) {
    const load = route.handle as RouteObject['lazy'];
    // Whoever shows the page learns of the failure.
    void load?.().catch(() => undefined);
  }
};

/**
 * Shows the page of the address. The router's own lazy routes would cost every reader 12 kB more, so React loads them:
 * the old page stays until the new one is there. The first one's code is asked for at once, before it is known who is there.
 */
export function pagesOf(routes: RouteObject[], basename: string) {
  const pages = routes.map(asPage);
  fetchCode(pages, window.location.pathname, basename);
  return function Pages() {
    const { pathname } = useLocation();
    fetchCode(pages, pathname);
    return <Suspense fallback={null}>{useRoutes(pages)}</Suspense>;
  };
}
