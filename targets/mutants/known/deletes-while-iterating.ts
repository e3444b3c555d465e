import { mutant } from '../mutant';

/** Leaves every second old pair. The fault of removing from a list while going through it. */
export default mutant('deletes-while-iterating', {
  killedBy: ['REPLACE-02', 'REPLACE-04'],
  replace: (old, sent) => ({
    ...Object.fromEntries(Object.entries(old).filter((_, place) => place % 2 === 1)),
    ...sent,
  }),
});
