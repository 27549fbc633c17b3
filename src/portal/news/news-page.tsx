import './news.css';
import { Rss } from 'lucide-react';
import { useCallback } from 'react';
import { FormattedMessage } from 'react-intl';
import type { NewsItem } from '../../contract/news';
import { useLanguage } from '../session/language';
import { Empty } from '../ui/empty';
import { DayOf } from '../ui/format';
import { Loaded } from '../ui/loaded';
import { PageHeading } from '../ui/page-heading';
import { useResource } from '../ui/resource';
import { feedAddress, loadNews } from './news-api';

const Item = ({ item: { id, title, body, appearedAt } }: { item: NewsItem }) => (
  <article className="news-item" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    <p className="news-date">
      <DayOf at={appearedAt} />
    </p>
    {body.split(/\n\s*\n/).map((paragraph, place) => (
      <p key={place} className="news-text">
        {paragraph}
      </p>
    ))}
  </article>
);

/** R106: what the firm has to tell everybody, on both sides of the sign-in. */
export function NewsPage() {
  const { language } = useLanguage();
  const news = useResource(useCallback(() => loadNews(language), [language]));
  return (
    <div className="news">
      <PageHeading textId="news.title" />
      <Loaded resource={news} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>
              <FormattedMessage id="news.empty" />
            </Empty>
          ) : (
            items.map((item) => <Item key={item.id} item={item} />)
          )
        }
      </Loaded>
      <p>
        <a href={feedAddress(language)} className="news-feed">
          <Rss aria-hidden="true" />
          <FormattedMessage id="news.feed" />
        </a>
      </p>
    </div>
  );
}
