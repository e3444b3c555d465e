import { compliant } from '../../embedded/compliant';
import { badRequest, conflict, HttpError } from '../../embedded/http';
import { novaCompliant, rejectVmState } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const activeRefused = mutant({
  name: 'active-refused',
  description: 'Rejects an active server: a rule meant for resizing.',
  killedBy: ['STATE-01'],
  checkState: rejectVmState('active'),
});

export const deletedGone410 = mutant({
  name: 'deleted-gone-410',
  description: "Rejects a deleted server with 410: a framework's status for a removed page.",
  killedBy: ['STATE-12'],
  checkState: (context) => {
    if (context.server.vmState === 'deleted') throw new HttpError(410, 'Gone');
    compliant.checkState(context);
  },
});

export const novaMetadataHiddenInError = mutant({
  name: 'nova-metadata-hidden-in-error',
  description: 'Rejects reading the metadata of a server in vm_state error: a guard that applies to reads too.',
  killedBy: ['STATE-15'],
  ...novaCompliant,
  handle: async (request, next, store) => {
    const [, , , , id = '', resource] = request.url.split('/');
    const server = store.servers.get(id);
    if (request.method === 'GET' && resource === 'metadata' && server?.vmState === 'error') {
      return compliant.errorResponse(conflict('the server is in error'), request);
    }
    return next(request);
  },
});

export const pausedRefused = mutant({
  name: 'paused-refused',
  description: 'Rejects a paused server: a list of states copied from another operation.',
  killedBy: ['STATE-03'],
  checkState: (context) => {
    if (context.server.vmState === 'paused') throw conflict('paused');
    compliant.checkState(context);
  },
});

export const refusedEndsRescue = mutant({
  name: 'refused-ends-rescue',
  description: 'Rejects a rescued server but makes it active: an error path that resets the vm_state.',
  killedBy: ['STATE-06'],
  checkState: (context) => {
    const { server } = context;
    const { vmState } = server;
    if (vmState === 'rescued') server.vmState = 'active';
    compliant.checkState({ ...context, server: { ...server, vmState } });
  },
});

export const state400 = mutant({
  name: 'state-400',
  description: 'Rejects a wrong vm_state with 400 instead of 409.',
  killedBy: ['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11', 'STATE-12'],
  checkState: (context) => {
    if (context.server.locked) return compliant.checkState(context);
    try {
      compliant.checkState(context);
    } catch {
      throw badRequest('wrong vm_state');
    }
  },
});

export const stoppedRefused = mutant({
  name: 'stopped-refused',
  description: 'Rejects a stopped server: a check for a running agent.',
  killedBy: ['STATE-02'],
  checkState: rejectVmState('stopped'),
});

export const suspendedRefused = mutant({
  name: 'suspended-refused',
  description: 'Rejects a suspended server: a list of states copied from another operation.',
  killedBy: ['STATE-04'],
  checkState: rejectVmState('suspended'),
});
