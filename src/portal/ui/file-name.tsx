import { Fragment } from 'react';

/** A file's name, which has no spaces where a line could end: it may end behind a dash or an underscore. */
export const FileName = ({ name }: { name: string }) =>
  name
    .split(/([^_-]*[_-]+)/)
    .filter(Boolean)
    .map((part, place) => (
      <Fragment key={place}>
        {place > 0 && <wbr />}
        {part}
      </Fragment>
    ));
