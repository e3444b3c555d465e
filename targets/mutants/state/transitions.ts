import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { isObject } from '../helpers/body';
import { mutant } from '../helpers/mutant';
import { mapPairs } from '../helpers/pairs';

export const refusedForStateMadeUpLater = mutant({
  name: 'refused-for-state-made-up-later',
  description:
    'Stores the map that it rejected for the vm_state once the server is active: a queue that a rejection does not clear.',
  killedBy: ['STATE-13'],
  alsoBreaks: ['ATOMIC-02'],
  checkState: (context) => {
    const body = context.behaviour.readBody(context.request);
    const { scratch, locked } = context.server;
    if (isObject(body) && isObject(body.metadata) && !locked) scratch.set('queued', body.metadata);
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

export const resumeRestores = mutant({
  name: 'resume-restores',
  description: 'Restores on resume the map from the time of suspend: a memory image that contains the metadata.',
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (to === 'suspended') server.scratch.set('saved', server.metadata);
    if (server.vmState === 'suspended' && to === 'active') server.metadata = server.scratch.get('saved') as Metadata;
    server.vmState = to;
  },
});

export const shelveOfStoppedRestores = mutant({
  name: 'shelve-of-stopped-restores',
  description:
    'Restores the map from the time of the stop when a stopped server is shelved: a snapshot of the state at the stop.',
  killedBy: ['STATE-13'],
  changeVmState: (server, to, store) => {
    if (to === 'stopped') server.scratch.set('at the stop', server.metadata);
    const kept = server.scratch.get('at the stop') as Metadata | undefined;
    if (server.vmState === 'stopped' && to === 'shelved' && kept !== undefined) server.metadata = kept;
    compliant.changeVmState(server, to, store);
  },
});

export const startRestores = mutant({
  name: 'start-restores',
  description: 'Restores on start the map from the time of the stop: a snapshot of the whole server.',
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (to === 'stopped') server.scratch.set('snapshot', server.metadata);
    if (server.vmState === 'stopped' && to === 'active') server.metadata = server.scratch.get('snapshot') as Metadata;
    server.vmState = to;
  },
});

export const stopFlattensLines = mutant({
  name: 'stop-flattens-lines',
  description: 'Turns tabs and line breaks into spaces when the server is stopped: metadata in XML attributes.',
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (to === 'stopped') server.metadata = mapPairs(server.metadata, (key, value) => [key, value.replace(/\s/g, ' ')]);
    server.vmState = to;
  },
});

export const stopLoses = mutant({
  name: 'stop-loses',
  description: 'Drops the map when the server is stopped: metadata kept with the running guest.',
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (to === 'stopped') server.metadata = {};
    server.vmState = to;
  },
});

export const stopWritesBack = mutant({
  name: 'stop-writes-back',
  description:
    'Restores the map 40 ms after a stop or start is requested: a job that saves its copy of the whole server.',
  killedBy: ['STATE-13'],
  changeVmState: (server, to, { clock }) => {
    const { metadata } = server;
    const isAtOnce = to !== 'stopped' && server.vmState !== 'stopped';
    const arrive = () => {
      server.vmState = to;
      if (!isAtOnce) server.metadata = metadata;
    };
    if (isAtOnce) arrive();
    else void clock.sleep(40).then(arrive);
  },
});

export const stoppedIsStarted = mutant({
  name: 'stopped-is-started',
  description: 'Starts a stopped server on a replace: an update that applies the whole server again.',
  killedBy: ['STATE-02'],
  save: async (map, context) => {
    await compliant.save(map, context);
    if (context.server.vmState === 'stopped') context.server.vmState = 'active';
  },
});

export const stoppedNotStored = mutant({
  name: 'stopped-not-stored',
  description:
    'Returns success for a stopped server and stores nothing: the map is sent to an agent that does not run.',
  killedBy: ['STATE-02'],
  replace: (old, sent, { server }) => (server.vmState === 'stopped' ? old : sent),
  answer: (_stored, sent, context) => compliant.answer(sent, sent, context),
});

export const unshelveLoses = mutant({
  name: 'unshelve-loses',
  description: 'Drops the map when a shelved server is restored: a server rebuilt from its image.',
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (server.vmState === 'shelved_offloaded') server.metadata = {};
    server.vmState = to;
  },
});

export const unshelveLowersKeys = mutant({
  name: 'unshelve-lowers-keys',
  description: 'Stores keys in lower case when a shelved server is restored: a snapshot whose tags have one case.',
  killedBy: ['STATE-13'],
  changeVmState: (server, to) => {
    if (server.vmState.startsWith('shelved') && !to.startsWith('shelved')) {
      server.metadata = mapPairs(server.metadata, (key, value) => [key.toLowerCase(), value]);
    }
    server.vmState = to;
  },
});
