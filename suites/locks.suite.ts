import { isSuccess } from '../contracts/http/status';
import { clause } from './harness/clause';
import { expect } from './harness/expect';
import { manyPairs } from './harness/many-pairs';
import { held } from './harness/refuses';
import { stateNeeds } from './harness/state-needs';
import { whileLocked } from './harness/while-locked';

for (const vmState of ['active', 'stopped', 'suspended'] as const) {
  clause(
    'STATE-14',
    `takes or refuses the request while the server is locked and ${vmState}`,
    async (tools) => {
      const { given, profile, read, replace } = tools;
      const { accepted, wrongState } = profile.statuses;
      const server = await given.server(vmState, held);
      // Whoever minds the lock minds it whatever the map; the oracle tells where that is mixed.
      await whileLocked(tools, server, async () => {
        for (const map of [{ new: '2' }, manyPairs(tools), {}]) {
          const before = await read(server);
          const { status } = await replace(server, map);
          expect([...accepted, ...wrongState]).toContain(status);
          expect(await read(server)).toEqual(isSuccess(status) ? map : before);
        }
      });
    },
    { needs: ['lock', ...stateNeeds(vmState)] },
  );
}
