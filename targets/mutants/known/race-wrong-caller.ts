import { mutant } from '../mutant';

/** Keeps the project of the caller where the next request overwrites it. The fault of a global. */
export default mutant('race-wrong-caller', () => {
  let current = '';
  return {
    killedBy: ['ACCESS-05'],
    handle: async (request, next, store) => {
      const [, , project = ''] = request.url.split('/');
      current = store.tokens.get(request.headers['x-auth-token'] ?? '') ?? '';
      const own = current;
      await store.clock.sleep(1);
      const isTaken = request.method === 'PUT' && own !== '' && current !== own && current === project;
      const token = [...store.tokens].find(([, of]) => of === project)?.[0];
      return next(isTaken ? { ...request, headers: { ...request.headers, 'x-auth-token': token } } : request);
    },
  };
});
