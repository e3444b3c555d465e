import { jsonResponse } from '../../embedded/http';
import { variant } from '../variant';

/** Explains refusals as RFC 9457 has it. */
export default variant('errors-as-problems', {
  errorResponse: ({ status, message }) => {
    const { body } = jsonResponse(status, {
      type: 'about:blank',
      title: message,
      status,
      errors: [{ pointer: '/metadata' }],
    });
    return { status, headers: { 'content-type': 'application/problem+json' }, body };
  },
});
