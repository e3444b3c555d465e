import { mutant } from '../mutant';

/** Stores the parameters of the query string too. The fault of a framework that gives all parameters as one. */
export default mutant('query-merged', {
  killedBy: ['METHOD-04'],
  replace: (_old, sent, { request }) => ({
    ...Object.fromEntries(new URL(request.url, 'http://localhost').searchParams),
    ...sent,
  }),
});
