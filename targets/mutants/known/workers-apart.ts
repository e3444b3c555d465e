import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import type { ServerRecord } from '../../embedded/store';
import { mutant } from '../mutant';

/** Two workers, met on one connection and the next, have each a map of their own. The fault of a mock that keeps its state in memory and is started with more than one worker. */
export default mutant('workers-apart', () => {
  const workers = [new Map<ServerRecord, Metadata>(), new Map<ServerRecord, Metadata>()] as const;
  const workerOf = (connection: number) => workers[connection % 2 === 0 ? 0 : 1];
  return {
    killedBy: ['REPLACE-07'],
    alsoBreaks: ['ISOLATION-01', 'ISOLATION-02'],
    save: (map, context) => {
      workerOf(context.request.connection).set(context.server, map);
      return compliant.save(map, context);
    },
    load: ({ server, request }) => workerOf(request.connection).get(server) ?? {},
  };
});
