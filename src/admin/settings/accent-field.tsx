import { Box, Flex, Typography } from '@strapi/design-system';
import { GROUNDS, legibleAccents } from '../../contract/accent';
import { COLOUR } from '../../contract/firm';
import { TextField, type TextFieldProps } from '../ui/fields';
import { useSay } from '../words';

interface SampleProps {
  colour: string;
  ground: string;
}

/** How text in the colour stands on a page of the portal. */
const Sample = ({ colour, ground }: SampleProps) => {
  const say = useSay();
  return (
    <Box
      paddingLeft={3}
      paddingRight={3}
      paddingTop={1}
      paddingBottom={1}
      hasRadius
      borderColor="neutral200"
      style={{ background: ground, color: colour }}
    >
      <Typography style={{ color: 'inherit' }} fontWeight="bold">
        {say('desk.settings.accent.sample')}
      </Typography>
    </Box>
  );
};

/** The firm's colour, with how the portal shows it; says so where it had to be changed to be read. */
export const AccentField = (props: TextFieldProps) => {
  const say = useSay();
  const isColour = COLOUR.test(props.value);
  const { onLight, onDark } = legibleAccents(isColour ? props.value : '#000000');
  const shown = isColour
    ? ([
        ['light', onLight],
        ['dark', onDark],
      ] as const)
    : [];
  const changed = shown.filter(([, colour]) => colour !== props.value.toLowerCase());
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <TextField {...props} />
      <Flex gap={2} aria-hidden>
        {shown.map(([ground, colour]) => (
          <Sample key={ground} colour={colour} ground={GROUNDS[ground]} />
        ))}
      </Flex>
      <Box role="status">
        {changed.map(([ground, colour]) => (
          <Typography key={ground} tag="p" variant="pi" textColor="neutral600">
            {say(`desk.settings.accent.${ground}`, { colour })}
          </Typography>
        ))}
      </Box>
    </Flex>
  );
};
