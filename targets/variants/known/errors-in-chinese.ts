import { json } from '../../reference/http-message';
import { variant } from '../variant';

/** Explains refusals in the language of its users. */
export default variant('errors-in-chinese', {
  refuse: ({ status }) => json(status, { badRequest: { code: status, message: '请求参数不合法' } }),
});
