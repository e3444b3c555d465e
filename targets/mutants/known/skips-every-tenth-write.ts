import { compliant } from '../../embedded/compliant';
import { mutant } from '../mutant';

/** Does not carry out every tenth replace that it answers. The fault of a full queue whose overflow nobody looks at. */
export default mutant('skips-every-tenth-write', {
  killedBy: ['REPLACE-01', 'REPLACE-02', 'REPLACE-03', 'REPLACE-04'],
  save: (map, context) => {
    const count = Number(context.server.scratch.get('count') ?? 0) + 1;
    context.server.scratch.set('count', count);
    if (count % 10 !== 0) return compliant.save(map, context);
  },
});
