import type { Language } from '../../contract/common';
import type { NewsItem } from '../../contract/news';

/** Whose news it is, and at which address a reader finds it. */
export interface Channel {
  firm: string;
  language: Language;
  /** Without a slash at its end. */
  publicUrl: string;
}

// XML 1.0, 2.2: what no XML can hold, however it is written; half of a surrogate pair is no character either.
const NOT_IN_XML =
  // eslint-disable-next-line no-control-regex -- control characters are what this pattern is there to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const asXml = (text: string): string => text.replace(NOT_IN_XML, '');

/** Plain text is shown as it is: RSS takes what stands there for HTML. */
const asHtml = (text: string): string =>
  asXml(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('');

/** The news as RSS 2.0. */
export const rssOf = async (items: NewsItem[], channel: Channel): Promise<string> => {
  const { Feed } = await import('feed');
  const page = `${channel.publicUrl}/portal/news`;
  const feed = new Feed({
    id: page,
    link: page,
    title: asXml(channel.firm),
    description: asXml(channel.firm),
    language: channel.language,
    copyright: asXml(channel.firm),
    generator: 'Aktenpoort',
    updated: new Date(items[0]?.appearedAt ?? 0),
  });
  for (const { id, title, body, appearedAt } of items)
    feed.addItem({
      guid: id,
      id,
      link: `${page}#${id}`,
      title: asXml(title),
      description: asHtml(body),
      date: new Date(appearedAt),
    });
  return feed.rss2();
};
