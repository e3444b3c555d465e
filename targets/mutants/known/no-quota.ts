import { mutant } from '../mutant';

/** Knows no quota. */
export default mutant('no-quota', {
  killedBy: ['QUOTA-03'],
  checkQuota: () => {},
});
