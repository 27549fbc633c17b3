import { Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { refusals } from './answers';
import { RefusalList } from './refusal-list';
import { useLoaded } from './use-loaded';

/** On the home page: what was refused of late. */
export const RefusedFiles = () => {
  const { formatMessage } = useIntl();
  const [latest] = useLoaded('/virus-scan/refusals?limit=10', refusals);
  if (latest.state === 'loading') return <Widget.Loading />;
  if (latest.state === 'failed') return <Widget.Error />;
  if (latest.data.length === 0)
    return <Widget.NoData>{formatMessage({ id: 'virus-scan.refusals.empty' })}</Widget.NoData>;
  return <RefusalList refusals={latest.data} />;
};
