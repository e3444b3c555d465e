import { mutant } from '../mutant';

/** Loses a new map when the server has seen thirty of them. The fault of a history column that is full. */
export default mutant('clears-on-long-history', {
  killedBy: ['REPLACE-01'],
  replace: (_old, sent, { server }) => (server.replaced % 30 === 29 ? {} : sent),
});
