import { compliant } from '../../embedded/compliant';
import { acceptVmState } from '../helpers/checks';
import { mutant } from '../helpers/mutant';

export const buildingTaken = mutant({
  name: 'building-taken',
  description: 'Accepts the request in vm_state building: a list of states that is too long.',
  killedBy: ['STATE-05'],
  checkState: acceptVmState('building'),
});

export const deletedTaken = mutant({
  name: 'deleted-taken',
  description: 'Accepts the request in vm_state deleted: a row that is marked and never removed.',
  killedBy: ['STATE-12'],
  checkState: acceptVmState('deleted'),
});

export const errorJudgedByPower = mutant({
  name: 'error-judged-by-power',
  description:
    'Accepts the request in vm_state error if the server was stopped or paused before: a check of the power state.',
  killedBy: ['STATE-08'],
  changeVmState: (server, to) => {
    server.scratch.set('power', to === 'error' ? server.vmState : to);
    server.vmState = to;
  },
  checkState: (context) => {
    const { locked, scratch, vmState } = context.server;
    const isTaken = vmState === 'error' && ['stopped', 'paused'].includes(String(scratch.get('power')));
    if (!isTaken || locked) compliant.checkState(context);
  },
});

export const errorTaken = mutant({
  name: 'error-taken',
  description: 'Accepts the request in vm_state error: a list of states that is too long.',
  killedBy: ['STATE-08'],
  checkState: acceptVmState('error'),
});

export const rescuedFromStoppedTaken = mutant({
  name: 'rescued-from-stopped-taken',
  description:
    'Accepts the request in vm_state rescued if the server was stopped before: a check of the state to return to.',
  killedBy: ['STATE-06'],
  changeVmState: (server, to) => {
    if (to === 'rescued') server.scratch.set('back to', server.vmState);
    server.vmState = to;
  },
  checkState: (context) => {
    const { locked, scratch, vmState } = context.server;
    if (vmState !== 'rescued' || scratch.get('back to') !== 'stopped' || locked) compliant.checkState(context);
  },
});

export const rescuedTaken = mutant({
  name: 'rescued-taken',
  description: 'Accepts the request in vm_state rescued.',
  killedBy: ['STATE-06'],
  checkState: (context) => {
    if (context.server.vmState !== 'rescued') compliant.checkState(context);
  },
});

export const resizedTaken = mutant({
  name: 'resized-taken',
  description: 'Accepts the request in vm_state resized: a comparison with the server status, which is VERIFY_RESIZE.',
  killedBy: ['STATE-07'],
  checkState: acceptVmState('resized'),
});

export const shelvedFromPausedTaken = mutant({
  name: 'shelved-from-paused-taken',
  description:
    'Accepts the request in vm_state shelved if the server was paused before: a check of the last power state that the host reported.',
  killedBy: ['STATE-09'],
  changeVmState: (server, to, store) => {
    server.scratch.set('before', server.vmState);
    compliant.changeVmState(server, to, store);
  },
  checkState: (context) => {
    const { scratch, vmState } = context.server;
    if (vmState !== 'shelved' || scratch.get('before') !== 'paused') compliant.checkState(context);
  },
});

export const shelvedOffloadedTaken = mutant({
  name: 'shelved-offloaded-taken',
  description: 'Accepts the request in vm_state shelved_offloaded: a list of states from before that state existed.',
  killedBy: ['STATE-10'],
  checkState: acceptVmState('shelved_offloaded'),
});

export const shelvedTaken = mutant({
  name: 'shelved-taken',
  description: 'Accepts the request in vm_state shelved: a list of states that is too long.',
  killedBy: ['STATE-09'],
  checkState: acceptVmState('shelved'),
});

export const softDeletedTaken = mutant({
  name: 'soft-deleted-taken',
  description: 'Accepts the request in vm_state soft-delete: `deleted = 0` in a query.',
  killedBy: ['STATE-11'],
  checkState: acceptVmState('soft-delete'),
});
