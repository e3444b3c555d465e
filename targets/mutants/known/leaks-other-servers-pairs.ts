import type { Metadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Adds the pairs of the last request where that was for another server. The fault of a mutable default argument in Python. */
export default mutant('leaks-other-servers-pairs', () => {
  let last: { id: string; sent: Metadata } | undefined;
  return {
    killedBy: ['REPLACE-05'],
    alsoBreaks: ['REPLACE-02', 'REPLACE-04'],
    replace: (_old, sent, { server }) => {
      const leaked = last === undefined || last.id === server.id ? {} : last.sent;
      last = { id: server.id, sent };
      return { ...leaked, ...sent };
    },
  };
});
