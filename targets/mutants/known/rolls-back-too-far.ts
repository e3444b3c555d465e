import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Undoes the last accepted replace when it refuses a request. The fault of a transaction that was left open. */
export default mutant('rolls-back-too-far', {
  killedBy: ['ATOMIC-01', 'ATOMIC-02', 'ATOMIC-05'],
  replace: (old, sent, { server }) => {
    server.scratch.set('before', old);
    return sent;
  },
  replaceMetadata: async (context) => {
    const body = context.behaviour.readBody(context.request);
    try {
      return await compliant.replaceMetadata(context);
    } catch (refusal) {
      const before = context.server.scratch.get('before') as Metadata | undefined;
      if (body !== undefined && before !== undefined && !context.server.locked) context.server.metadata = before;
      throw refusal;
    }
  },
});
