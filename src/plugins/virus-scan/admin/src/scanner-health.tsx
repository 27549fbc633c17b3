import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { health, type Health } from './answers';
import { useLoaded } from './use-loaded';

/** On the home page, in one line: what protects the uploads at this moment. */
export const ScannerHealth = () => {
  const [checked] = useLoaded('/virus-scan/health', health);
  if (checked.state === 'loading') return <Line state={undefined} />;
  return <Line state={checked.state === 'loaded' ? checked.data : { status: 'unavailable', reason: '' }} />;
};

/** clamd works, but not on every file that is taken. */
const LIMITED = ['narrow', 'blind'];

const Line = ({ state }: { state: Health | undefined }) => {
  const { formatMessage } = useIntl();
  if (!state)
    return (
      <Typography textColor="neutral600">{formatMessage({ id: 'virus-scan.health.loading' })}</Typography>
    );
  const text =
    state.status === 'ok' && LIMITED.includes(state.limits ?? '') ? `limits.${state.limits}` : state.status;
  const works = text === 'ok';
  const Icon = works ? CheckCircle : WarningCircle;
  const colour = works ? 'success700' : 'danger700';
  return (
    <Flex
      gap={2}
      alignItems="flex-start"
      background={works ? 'success100' : 'danger100'}
      hasRadius
      padding={2}
    >
      <Icon fill={colour} aria-hidden style={{ flexShrink: 0, marginTop: 3 }} />
      <Typography textColor={colour} variant="pi">
        {formatMessage(
          { id: `virus-scan.health.${text}` },
          { version: state.status === 'ok' ? (state.version.split('/')[0] ?? '') : '' },
        )}
      </Typography>
    </Flex>
  );
};
