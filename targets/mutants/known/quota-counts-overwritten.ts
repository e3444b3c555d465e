import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Keeps count of the pairs, and counts one that POST overwrites a second time. The fault of a counter beside the rows. */
export default mutant('quota-counts-overwritten', {
  killedBy: ['QUOTA-04'],
  alsoBreaks: ['QUOTA-01', 'QUOTA-02'],
  checkQuota: (map, context) => {
    const { request, server } = context;
    const drift = Number(server.scratch.get('drift') ?? 0);
    const none = Array.from({ length: drift }, (_, index): [string, string] => [`counted twice ${index}`, '']);
    const isReplace = request.method === 'PUT' && request.url.endsWith('/metadata');
    compliant.checkQuota(isReplace ? { ...map, ...Object.fromEntries(none) } : map, context);
    const isOverwritten = request.method === 'POST' && Object.keys(map).length === Object.keys(server.metadata).length;
    if (isOverwritten) server.scratch.set('drift', drift + 1);
  },
});
