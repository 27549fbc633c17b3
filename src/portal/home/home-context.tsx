import { createContext, useContext, type ReactNode } from 'react';
import { homeViewSchema, type HomeView } from '../../contract/home';
import { question } from '../api';
import { useResource, type Resource } from '../ui/resource';

const Home = createContext<Resource<HomeView> | null>(null);

const loadHome = question(homeViewSchema, '/home');

/** What there is and what is to be done, loaded once for the whole portal and refreshed in place. */
export function useHome(): Resource<HomeView> {
  const home = useContext(Home);
  if (!home) throw new Error('useHome outside of its provider');
  return home;
}

export const HomeProvider = ({ children }: { children: ReactNode }) => (
  <Home.Provider value={useResource(loadHome)}>{children}</Home.Provider>
);
