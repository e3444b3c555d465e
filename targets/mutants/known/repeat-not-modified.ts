import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Answers 304 when nothing changes. The fault of a cache that treats PUT like GET. */
export default mutant('repeat-not-modified', {
  killedBy: ['ANSWER-01'],
  answer: (stored, sent, context) => {
    const isSame = sameMetadata(context.server.scratch.get('before') as Metadata, stored);
    return isSame ? { status: 304, headers: {}, body: '' } : compliant.answer(stored, sent, context);
  },
  replace: (old, sent, { server }) => {
    server.scratch.set('before', old);
    return sent;
  },
});
