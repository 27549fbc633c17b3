import type { Core } from '@strapi/strapi';

/** A route as it was registered. */
export interface Route {
  method: string;
  /** As it is asked for, parameters as `:id`. */
  path: string;
  type: string;
  /** `public`: nobody is asked who they are. */
  isPublic: boolean;
  /** Permissions that Strapi asks for, and policies. */
  doors: string[];
}

interface Registered {
  method: string;
  path: string;
  config?: { auth?: false | { scope?: string[] }; prefix?: string; policies?: unknown[] };
}
interface Router {
  type?: string;
  prefix?: string;
  routes: Registered[];
}

const policyName = (policy: unknown): string => {
  if (typeof policy === 'string') return policy;
  if (typeof policy === 'function') return `function ${policy.name || 'without a name'}`;
  const { name, config } = policy as { name: string; config?: { actions?: unknown } };
  const actions = config?.actions;
  return actions === undefined ? name : `${name}(${JSON.stringify(actions)})`;
};

const CONTENT_API = '/api';

const asRoute = (router: Router, route: Registered): Route => {
  const type = router.type ?? 'server';
  // A route that names a prefix of its own, even an empty one, stands outside its router's.
  const prefix = route.config?.prefix ?? router.prefix ?? '';
  const policies = (route.config?.policies ?? []).map(policyName);
  const auth = route.config?.auth;
  const scopes = auth === undefined || auth === false || type !== 'content-api' ? [] : (auth.scope ?? []);
  const path = `${type === 'content-api' ? CONTENT_API : ''}${prefix}${route.path}`.replace(/(.)\/$/, '$1');
  const isPublic = auth === false && policies.length === 0;
  return {
    method: route.method,
    path,
    type,
    isPublic,
    doors: [...scopes.map((scope) => `permission ${scope}`), ...policies],
  };
};

/** Watches what is registered, by the house, by Strapi and by plugins; call it before Strapi loads. */
export const watchRoutes = (strapi: Core.Strapi): Route[] => {
  const seen: Route[] = [];
  const { server } = strapi;
  const register = server.routes.bind(server);
  server.routes = (routes) => {
    const answer = register(routes);
    const router = (Array.isArray(routes) ? { routes } : routes) as unknown as Router;
    seen.push(...router.routes.map((route) => asRoute(router, route)));
    return answer;
  };
  return seen;
};

/** What Koa really answers, by method and path: nothing is registered past the watch without standing here. */
export const answeredBy = (strapi: Core.Strapi): string[] => {
  const layers = strapi.server.router.stack as { methods: string[]; path: string }[];
  return layers.flatMap(({ methods, path }) =>
    methods.length > 4
      ? [`ALL ${path}`]
      : methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
  );
};
