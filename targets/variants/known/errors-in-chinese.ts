import { jsonResponse } from '../../embedded/http';
import { variant } from '../variant';

/** Explains refusals in the language of its users. */
export default variant('errors-in-chinese', {
  errorResponse: ({ status }) => jsonResponse(status, { badRequest: { code: status, message: '请求参数不合法' } }),
});
