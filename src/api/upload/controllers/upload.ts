import { uploadQuerySchema } from '../../../contract/upload';
import { accountOf } from '../../../http/person';
import { byAccount } from '../sides/client';
import { uploadsFrom } from '../uploads-from';

export default uploadsFrom({
  path: '/api/portal/uploads',
  purposes: uploadQuerySchema,
  uploader: (ctx) => byAccount(accountOf(ctx)),
});
