import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Fills in the value of another pair for its name in `${…}`. The fault of a store whose properties may refer to each other. */
export default mutant('value-names-key', {
  killedBy: ['VALUE-03'],
  replace: (_old, sent) =>
    eachPair(sent, (key, value) => {
      const filled = value.replace(/\$\{([\w.:-]+)\}/g, (all, name: string) => {
        return Object.hasOwn(sent, name) ? (sent[name] ?? all) : all;
      });
      return [key, filled];
    }),
});
