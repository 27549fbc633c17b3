import { open } from '../../../http/routes';

export default { routes: [open('GET', '/faq', 'faq.list')] };
