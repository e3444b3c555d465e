import { notFound } from '../../embedded/http';
import { parseRoute } from '../../embedded/route';
import { mutant } from '../mutant';

/** Merges instead of replacing, without a quota, and serves no operation on items: its maps grow and grow. */
export default mutant('merges-without-items', {
  killedBy: ['REPLACE-02', 'REPLACE-04', 'QUOTA-03'],
  checkQuota: () => {},
  replace: (old, sent) => ({ ...old, ...sent }),
  handle: (request, next) => {
    if (parseRoute(request.url)?.resource === 'item') throw notFound('The resource');
    return next(request);
  },
});
