import { mutant } from '../mutant';

/** Merges from the fifth replace of a server on. The fault of a cached statement that was prepared for another purpose. */
export default mutant('merges-from-fifth-on', {
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent, { server }) => (server.replaced < 5 ? sent : { ...old, ...sent }),
});
