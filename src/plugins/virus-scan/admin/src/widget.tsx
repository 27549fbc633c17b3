import { Flex } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { refusals } from './answers';
import { RefusalList } from './refusal-list';
import { ScannerHealth } from './scanner-health';
import { useLoaded } from './use-loaded';

/** On the home page: whether uploads are scanned, and what was refused of late. */
export const UploadsWidget = () => {
  const { formatMessage } = useIntl();
  const [latest] = useLoaded('/virus-scan/refusals?limit=10', refusals);
  if (latest.state === 'failed') return <Widget.Error />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} height="100%">
      <ScannerHealth />
      {latest.state === 'loading' && <Widget.Loading />}
      {latest.state === 'loaded' && latest.data.length === 0 && (
        <Widget.NoData>{formatMessage({ id: 'virus-scan.refusals.empty' })}</Widget.NoData>
      )}
      {latest.state === 'loaded' && latest.data.length > 0 && <RefusalList refusals={latest.data} />}
    </Flex>
  );
};
