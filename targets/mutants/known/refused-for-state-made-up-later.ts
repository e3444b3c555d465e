import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { isMap } from '../is-map';
import { mutant } from '../mutant';

/** Stores what it refused for the vm_state once the server is active again. The fault of a queue that a refusal does not empty. */
export default mutant('refused-for-state-made-up-later', {
  killedBy: ['STATE-13'],
  alsoBreaks: ['ATOMIC-02'],
  checkState: (context) => {
    const body = context.behaviour.readBody(context.request);
    const { scratch, locked } = context.server;
    if (isMap(body) && isMap(body.metadata) && !locked) scratch.set('queued', body.metadata);
    compliant.checkState(context);
    scratch.delete('queued');
  },
  changeVmState: (server, to) => {
    server.vmState = to;
    const queued = server.scratch.get('queued') as Metadata | undefined;
    if (to !== 'active' || queued === undefined) return;
    server.metadata = queued;
    server.scratch.delete('queued');
  },
});
