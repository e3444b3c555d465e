import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Refuses tokens in HTML: a service before the API does it. */
export default variant('errors-of-identity-in-html', {
  errorResponse: (fault, request) =>
    fault.status === 401
      ? {
          status: 401,
          headers: { 'content-type': 'text/html', 'www-authenticate': 'Keystone uri="https://iam.example.com"' },
          body: '<h1>401</h1>',
        }
      : compliant.errorResponse(fault, request),
});
