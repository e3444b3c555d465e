import { mutant } from '../mutant';

/** Stores the id of the request as one more pair. The fault of tracing that writes into the map of the user. */
export default mutant('adds-trace-pair', {
  killedBy: ['REPLACE-05'],
  replace: (_old, sent, { server }) => ({ ...sent, [`trace.${server.replaced}`]: 'x' }),
});
