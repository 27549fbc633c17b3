import { Box, Flex, Loader } from '@strapi/design-system';
import { useEffect, useState, type ReactNode } from 'react';
import type { Loaded } from '../loaded';
import { useSay } from '../words';
import { Notice } from './notice';

const PATIENCE_MS = 300;

/** A loader that stays away while the answer is quick. */
const Waiting = () => {
  const say = useSay();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Flex justifyContent="center" padding={8} aria-busy minHeight="12rem">
      {late && <Loader>{say('desk.loading')}</Loader>}
    </Flex>
  );
};

interface LoadedViewProps<T> {
  loaded: Loaded<T>;
  children: (data: T) => ReactNode;
}

/** Draws what was loaded, and says so where it is still under way or failed. */
export const LoadedView = <T,>({ loaded: { data, failure }, children }: LoadedViewProps<T>) => (
  <>
    {failure && (
      <Box paddingBottom={4}>
        <Notice variant="danger">{failure}</Notice>
      </Box>
    )}
    {data === undefined ? !failure && <Waiting /> : children(data)}
  </>
);
