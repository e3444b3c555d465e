import { eachPair } from '../each-pair';
import { mutant } from '../mutant';

/** Cuts values at 128 characters on one of the servers. The fault of a shard with an old schema. */
export default mutant('third-server-cuts-values', {
  killedBy: ['VALUE-01'],
  alsoBreaks: ['VALUE-03', 'VALUE-05', 'REPLACE-06'],
  replace: (_old, sent, { server }) =>
    server.id.endsWith('3') ? eachPair(sent, (key, value) => [key, Array.from(value).slice(0, 128).join('')]) : sent,
});
