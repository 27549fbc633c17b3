import { deskUploadQuerySchema } from '../../../contract/upload';
import { staffOf } from '../../../http/person';
import { byStaff } from '../sides/desk';
import { uploadsFrom } from '../uploads-from';

export default uploadsFrom({
  path: '/desk/uploads',
  purposes: deskUploadQuerySchema,
  uploader: (ctx) => byStaff(staffOf(ctx)),
});
