import { compliant } from '../../embedded/compliant';
import { notFound } from '../../embedded/http';
import { variant } from '../variant';

/** Knows a deleted server no more (STATE-12). */
export default variant('deleted-not-found', {
  findServer: (address, caller, store) => {
    const server = compliant.findServer(address, caller, store);
    if (server.vmState === 'deleted') throw notFound(server.id);
    return server;
  },
});
