import { mutant } from '../mutant';

/** Removes ten old pairs at most. The fault of a page size in the query that lists what is to be deleted. */
export default mutant('deletes-ten-at-most', {
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent) => ({ ...Object.fromEntries(Object.entries(old).slice(10)), ...sent }),
});
