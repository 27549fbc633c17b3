import { open } from '../../../http/routes';

export default {
  routes: [open('GET', '/news', 'news-item.list'), open('GET', '/news/feed', 'news-item.feed')],
};
