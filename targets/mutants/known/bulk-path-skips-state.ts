import { compliant } from '../../embedded/compliant';
import { isMap } from '../is-map';
import { mutant } from '../mutant';

/** Stores more than 32 pairs in whatever vm_state. The fault of a path for bulk that was written without that look. */
export default mutant('bulk-path-skips-state', {
  killedBy: ['STATE-06', 'STATE-08', 'STATE-09', 'STATE-10'],
  alsoBreaks: ['STATE-05', 'STATE-07', 'STATE-11', 'STATE-12', 'ATOMIC-02'],
  checkState: (context) => {
    const body = context.request.method === 'PUT' ? context.behaviour.readBody(context.request) : undefined;
    const isBulk = isMap(body) && isMap(body.metadata) && Object.keys(body.metadata).length > 32;
    if (!isBulk || context.server.locked) compliant.checkState(context);
  },
});
