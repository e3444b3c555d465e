import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Does nothing when the same map comes again, whatever other operations have changed meanwhile. The fault of a digest of the last request. */
export default mutant('skips-equal-to-last-replace', {
  killedBy: ['REPLACE-03'],
  alsoBreaks: ['REPLACE-01', 'REPLACE-02', 'REPLACE-04'],
  replace: (old, sent, { server }) => {
    const last = server.scratch.get('last') as Metadata | undefined;
    server.scratch.set('last', sent);
    return last !== undefined && sameMetadata(last, sent) ? old : sent;
  },
});
