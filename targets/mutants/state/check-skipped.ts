import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { isObject } from '../helpers/body';
import { mutant } from '../helpers/mutant';

export const bulkPathSkipsState = mutant({
  name: 'bulk-path-skips-state',
  description: 'Accepts maps of more than 32 pairs in every vm_state: a bulk path without the check.',
  killedBy: ['STATE-06', 'STATE-08', 'STATE-09', 'STATE-10'],
  alsoBreaks: ['STATE-05', 'STATE-07', 'STATE-11', 'STATE-12', 'ATOMIC-02'],
  checkState: (context) => {
    const body = context.request.method === 'PUT' ? context.behaviour.readBody(context.request) : undefined;
    const isBulk = isObject(body) && isObject(body.metadata) && Object.keys(body.metadata).length > 32;
    if (!isBulk || context.server.locked) compliant.checkState(context);
  },
});

export const lockSeenWhileActive = mutant({
  name: 'lock-seen-while-active',
  description: 'Enforces the lock only on active servers: a guard inside one branch.',
  killedBy: ['STATE-14'],
  checkState: (context) => {
    const { server } = context;
    compliant.checkState({ ...context, server: { ...server, locked: server.locked && server.vmState === 'active' } });
  },
});

export const lockedEmptyMapTaken = mutant({
  name: 'locked-empty-map-taken',
  description: 'Clears a locked server: the lock is checked for each pair.',
  killedBy: ['STATE-14'],
  checkState: (context) => {
    const { behaviour, request, server } = context;
    const body = server.locked && request.method === 'PUT' ? behaviour.readBody(request) : undefined;
    const isEmpty = isObject(body) && isObject(body.metadata) && Object.keys(body.metadata).length === 0;
    compliant.checkState(isEmpty ? { ...context, server: { ...server, locked: false } } : context);
  },
});

export const lockedRefusedByV21Alone = mutant({
  name: 'locked-refused-by-v2-1-alone',
  description: 'Enforces the lock only under /v2.1: a guard added only to the newer handler.',
  killedBy: ['STATE-14'],
  checkState: (context) => {
    const locked = context.server.locked && context.version === 'v2.1';
    compliant.checkState({ ...context, server: { ...context.server, locked } });
  },
});

export const stateNotForEmptyMap = mutant({
  name: 'state-not-for-empty-map',
  description: 'Clears the map in every vm_state: a shortcut for empty maps before the checks.',
  killedBy: ['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11', 'STATE-12'],
  checkState: (context) => {
    const { metadata } = context.behaviour.readBody(context.request) as { metadata?: Metadata };
    const isShortcut = metadata !== undefined && Object.keys(metadata).length === 0;
    if (!isShortcut || context.server.locked) compliant.checkState(context);
  },
});

export const stateNotForSameMap = mutant({
  name: 'state-not-for-same-map',
  description: 'Accepts the stored map in every vm_state: a shortcut for requests that change nothing.',
  killedBy: ['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11'],
  alsoBreaks: ['STATE-12'],
  checkState: (context) => {
    const body = context.behaviour.readBody(context.request);
    const sent = isObject(body) && isObject(body.metadata) ? (body.metadata as Metadata) : undefined;
    const isSame = sent !== undefined && sameMetadata(sent, context.server.metadata);
    if (!isSame || context.server.locked) compliant.checkState(context);
  },
});

export const stateOfFirstSight = mutant({
  name: 'state-of-first-sight',
  description: 'Checks the vm_state in which it first saw a server: a cache that is never invalidated.',
  killedBy: ['STATE-06', 'STATE-08', 'STATE-09', 'STATE-10'],
  checkState: (context) => {
    const { server } = context;
    if (!server.scratch.has('state')) server.scratch.set('state', server.vmState);
    if (server.scratch.get('state') !== 'active' || server.locked) compliant.checkState(context);
  },
});

export const v2StateIgnored = mutant({
  name: 'v2-state-ignored',
  description: 'Ignores the vm_state under /v2: a check added only to the newer handler.',
  killedBy: ['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11', 'STATE-12'],
  checkState: (context) => {
    if (context.version === 'v2.1' || context.server.locked) compliant.checkState(context);
  },
});
