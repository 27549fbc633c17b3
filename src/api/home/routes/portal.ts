import { forClient } from '../../../http/routes';

export default { routes: [forClient('GET', '/home', 'home.show')] };
