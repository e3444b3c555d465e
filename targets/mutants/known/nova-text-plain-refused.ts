import { compliant } from '../../embedded/compliant';
import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Takes JSON as application/json alone. The fault of a framework's default. */
export default mutant('nova-text-plain-refused', {
  ...asNova,
  killedBy: ['BODY-14'],
  readBody: (request) => {
    const [type = ''] = (request.headers['content-type'] ?? '').split(';');
    return compliant.readBody(
      type.trim().toLowerCase() === 'text/plain' ? { ...request, headers: { 'content-type': 'text/html' } } : request,
    );
  },
});
