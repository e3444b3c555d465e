import { mutant } from '../mutant';

/** Merges under /v2. The fault of a route that was copied and left behind. */
export default mutant('v2-merges', {
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent, { version }) => (version === 'v2' ? { ...old, ...sent } : sent),
});
