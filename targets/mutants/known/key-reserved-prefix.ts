import { mutant } from '../mutant';
import { refusesKeys } from '../refuses-keys';

/** Refuses keys that begin with `metering.`. The fault of a prefix that was reserved and never documented. */
export default mutant('key-reserved-prefix', {
  killedBy: ['KEY-02'],
  checkKey: refusesKeys((key) => key.startsWith('metering.')),
});
