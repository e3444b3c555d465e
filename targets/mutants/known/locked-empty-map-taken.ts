import { compliant } from '../../embedded/compliant';
import { isMap } from '../is-map';
import { mutant } from '../mutant';

/** Clears a locked server, and refuses it any pair. The fault of a lock that is looked at for each pair. */
export default mutant('locked-empty-map-taken', {
  killedBy: ['STATE-14'],
  checkState: (context) => {
    const { behaviour, request, server } = context;
    const body = server.locked && request.method === 'PUT' ? behaviour.readBody(request) : undefined;
    const isEmpty = isMap(body) && isMap(body.metadata) && Object.keys(body.metadata).length === 0;
    compliant.checkState(isEmpty ? { ...context, server: { ...server, locked: false } } : context);
  },
});
