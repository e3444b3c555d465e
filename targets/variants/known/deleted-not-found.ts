import { faithful } from '../../reference/faithful';
import { notFound } from '../../reference/fault';
import { variant } from '../variant';

/** Knows a deleted server no more (STATE-12). */
export default variant('deleted-not-found', {
  findServer: (address, caller, world) => {
    const server = faithful.findServer(address, caller, world);
    if (server.vmState === 'deleted') throw notFound(server.id);
    return server;
  },
});
