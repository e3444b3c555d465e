import { asNova } from '../as-nova';
import { mutant } from '../mutant';

/** Looks at no microversion. The fault of a facade that drops the header on its way to the API. */
export default mutant('nova-microversion-unread', {
  ...asNova,
  killedBy: ['VERSION-03'],
  handle: (request, next) => {
    const { 'x-openstack-nova-api-version': asked, ...headers } = request.headers;
    return next(/^2\.\d{1,2}$/.test(asked ?? '') ? request : { ...request, headers });
  },
});
