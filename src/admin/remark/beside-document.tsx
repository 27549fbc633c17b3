import { Box, Typography } from '@strapi/design-system';
import type { DeskDocument } from '../../contract/document';
import { useSay } from '../words';
import { Remarks } from './remarks';
import { useSaying } from './saying';

/** What was said about the document that is being read (R65). */
export const BesideDocument = ({ document: { id, name } }: { document: DeskDocument }) => {
  const say = useSay();
  const saying = useSaying(id);
  const title = `remarks-${id}`;
  return (
    <Box tag="section" aria-labelledby={title}>
      <Typography tag="h3" variant="delta" id={title}>
        {say('desk.remarks.title', { name })}
      </Typography>
      <Box paddingTop={4}>
        <Remarks documentId={id} saying={saying} />
      </Box>
    </Box>
  );
};
