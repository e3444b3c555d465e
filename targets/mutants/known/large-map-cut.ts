import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Stores what fits into 64 KiB. The fault of a TEXT column under a lenient SQL mode. */
export default mutant('large-map-cut', {
  killedBy: ['QUOTA-02'],
  replace: (_old, sent) => {
    let room = 65_535;
    return eachPair(sent, (key, value) => {
      room -= Buffer.byteLength(JSON.stringify({ [key]: value }));
      return room > 0 ? [key, value] : undefined;
    });
  },
});
