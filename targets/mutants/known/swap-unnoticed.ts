import { mutant } from '../mutant';

/** Does nothing when the same keys and the same values come in other pairs. The fault of a checksum that adds up. */
export default mutant('swap-unnoticed', {
  killedBy: ['REPLACE-03'],
  alsoBreaks: ['REPLACE-06'],
  replace: (old, sent) => {
    const sum = (map: object) => [Object.keys(map).sort().join(), Object.values(map).sort().join()].join(';');
    return Object.keys(sent).length > 1 && sum(old) === sum(sent) ? old : sent;
  },
});
