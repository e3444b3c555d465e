import { json } from '../../reference/http-message';
import { variant } from '../variant';

/** Explains refusals as RFC 9457 has it. */
export default variant('errors-as-problems', {
  refuse: ({ status, message }) => {
    const { body } = json(status, { type: 'about:blank', title: message, status, errors: [{ pointer: '/metadata' }] });
    return { status, headers: { 'content-type': 'application/problem+json' }, body };
  },
});
