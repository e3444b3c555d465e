import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { afterRejection } from '../helpers/checks';
import { mutant } from '../helpers/mutant';
import { mapPairs } from '../helpers/pairs';

export const malformedClears = mutant({
  name: 'malformed-clears',
  description: 'Clears the map if the request body is not JSON: the parser is called after the deletion.',
  killedBy: ['ATOMIC-03'],
  replaceMetadata: async (context) => {
    try {
      context.behaviour.readBody(context.request);
    } catch (rejection) {
      if (rejection instanceof HttpError && rejection.status === 400) context.server.metadata = {};
      throw rejection;
    }
    return compliant.replaceMetadata(context);
  },
});

export const refusalUndoesItems = mutant({
  name: 'refusal-undoes-items',
  description:
    'Restores the map of the last replace when it rejects a request, so that later changes of single items are lost: a savepoint that only a replace moves.',
  killedBy: ['ATOMIC-01'],
  alsoBreaks: ['ATOMIC-02', 'ATOMIC-03', 'ATOMIC-05'],
  replaceMetadata: async (context) => {
    const { server } = context;
    try {
      const answer = await compliant.replaceMetadata(context);
      server.scratch.set('replaced', server.metadata);
      return answer;
    } catch (rejection) {
      const replaced = server.scratch.get('replaced') as Metadata | undefined;
      if (replaced !== undefined) server.metadata = replaced;
      throw rejection;
    }
  },
});

export const refusedPairsClear = mutant({
  name: 'refused-pairs-clear',
  description: 'Clears the map when it rejects a pair: the deletion runs before the check.',
  killedBy: ['ATOMIC-01'],
  checkPairs: afterRejection(compliant.checkPairs, (_raw, context) => {
    context.server.metadata = {};
  }),
});

export const refusedPairsRemoveTheirKeys = mutant({
  name: 'refused-pairs-remove-their-keys',
  description: 'Removes the keys that a rejected request contains: deletion and insertion are two transactions.',
  killedBy: ['ATOMIC-01'],
  checkPairs: afterRejection(compliant.checkPairs, (raw, context) => {
    context.server.metadata = mapPairs(context.server.metadata, (key, value) =>
      Object.hasOwn(raw, key) ? undefined : [key, value],
    );
  }),
});

export const rollsBackTooFar = mutant({
  name: 'rolls-back-too-far',
  description: 'Undoes the last successful replace when it rejects a request: a transaction that was left open.',
  killedBy: ['ATOMIC-01', 'ATOMIC-02', 'ATOMIC-05'],
  replace: (old, sent, { server }) => {
    server.scratch.set('before', old);
    return sent;
  },
  replaceMetadata: async (context) => {
    const body = context.behaviour.readBody(context.request);
    try {
      return await compliant.replaceMetadata(context);
    } catch (rejection) {
      const before = context.server.scratch.get('before') as Metadata | undefined;
      if (body !== undefined && before !== undefined && !context.server.locked) context.server.metadata = before;
      throw rejection;
    }
  },
});

export const unauthenticatedClears = mutant({
  name: 'unauthenticated-clears',
  description: 'Clears the map if a request has no valid token: a filter deletes before the token is checked.',
  killedBy: ['ATOMIC-04'],
  authorise: afterRejection(compliant.authorise, (request, address, store) => {
    const server = store.servers.get(address.serverId);
    const isUnknown = !store.tokens.has(request.headers['x-auth-token'] ?? '');
    if (isUnknown && server !== undefined && request.method === 'PUT') server.metadata = {};
  }),
});

export const wrongShapeClears = mutant({
  name: 'wrong-shape-clears',
  description: 'Clears the map if `metadata` is not an object: the deletion runs before the parsing.',
  killedBy: ['ATOMIC-01'],
  checkShape: afterRejection(compliant.checkShape, (_body, context) => {
    context.server.metadata = {};
  }),
});

export const wrongStateClears = mutant({
  name: 'wrong-state-clears',
  description: 'Clears the map when it rejects the vm_state: a transaction that is committed before the check.',
  killedBy: ['ATOMIC-02'],
  checkState: afterRejection(compliant.checkState, (context) => {
    if (!context.server.locked) context.server.metadata = {};
  }),
});
