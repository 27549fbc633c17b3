import { FormattedMessage } from 'react-intl';
import { Empty } from '../ui/empty';
import { PageHeading } from '../ui/page-heading';

/** What is to be done (R43). The firm cannot ask anything yet, so there is nothing. */
export const ActionsPage = () => (
  <>
    <PageHeading textId="actions.title" />
    <Empty>
      <FormattedMessage id="actions.empty" />
    </Empty>
  </>
);
