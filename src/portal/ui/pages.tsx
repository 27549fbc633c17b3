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

/**
 * Shows the page of the address. The router's own lazy routes would cost every reader 12 kB more, so React loads them:
 * the old page stays until the new one is there.
 */
export function pagesOf(routes: RouteObject[]) {
  const pages = routes.map(asPage);
  return function Pages() {
    const { pathname } = useLocation();
    // All that stand inside one another at once, or each would be asked for only when the one around it is shown.
    for (const { route } of matchRoutes(pages, pathname) ?? []) {
      const load = route.handle as RouteObject['lazy'];
      // Whoever shows the page learns of the failure.
      void load?.().catch(() => undefined);
    }
    return <Suspense fallback={null}>{useRoutes(pages)}</Suspense>;
  };
}
