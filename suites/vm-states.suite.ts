import { vmStateClauses } from '../contracts/clauses/vm-state-clauses';
import { acceptingVmStates } from '../contracts/vm-states';
import { clause } from './harness/clause';
import { expect } from './harness/expect';
import { mayBeHigher, pairs } from './harness/quotas';
import { held, refuses } from './harness/refuses';
import { remains } from './harness/remains';
import { stateNeeds } from './harness/state-needs';
import { stores } from './harness/stores';
import { tooLong } from './harness/too-long';

// A change may take minutes on a real cloud: what is to be seen in a state is seen while the server is there.
for (const vmState of acceptingVmStates) {
  clause(
    vmStateClauses[vmState],
    'takes the request',
    async (tools) => {
      const server = await tools.given.server(vmState, held);
      await stores(tools, server, { both: '2', new: '2' });
      await stores(tools, server, {});
      await stores(tools, server, held);
    },
    { needs: stateNeeds(vmState) },
  );

  clause(
    'ATOMIC-01',
    `refuses bad pairs in ${vmState}, too, and keeps the map`,
    async (tools) => {
      const server = await tools.given.server(vmState, held);
      const { invalid } = tools.profile.statuses;
      for (const bad of [
        { 'a/b': '1' },
        { '': '1' },
        { [tooLong(tools).key]: '1' },
        { both: tooLong(tools).value },
        { both: 7 },
      ]) {
        await refuses(tools, server, { metadata: { new: '2', ...bad } }, invalid);
      }
    },
    { needs: stateNeeds(vmState) },
  );

  clause(
    'QUOTA-03',
    `refuses more pairs than the quota allows in ${vmState}, too`,
    async (tools) => {
      const { limit } = tools.subject.quota;
      if (limit < 0 || limit > 2_000) tools.notApplicable('the target has no limit, or one beyond a small body');
      const server = await tools.given.server(vmState, held);
      const { status } = await tools.replace(server, pairs(limit + 1));
      mayBeHigher(tools, status);
      expect(tools.profile.statuses.overQuota).toContain(status);
      expect(await tools.read(server)).toEqual(held);
    },
    { needs: stateNeeds(vmState) },
  );
}

for (const vmState of acceptingVmStates) {
  clause(
    vmStateClauses[vmState],
    'leaves the server in it',
    async (tools) => {
      const server = await tools.given.server(vmState, held);
      await remains(tools, server, vmState, () => stores(tools, server, { both: '2', new: '2' }));
    },
    { needs: ['vm-states/active', ...stateNeeds(vmState)] },
  );
}

for (const vmState of ['rescued', 'error'] as const) {
  clause(
    'STATE-01',
    `takes the request while another server is ${vmState}`,
    async ({ bring, given, ...tools }) => {
      const neighbour = await given.neighbour(held);
      await bring(neighbour, vmState);
      try {
        await stores({ bring, given, ...tools }, await given.server('active', held), { both: '2', new: '2' });
      } finally {
        await bring(neighbour, 'active');
      }
    },
    { needs: ['second-server', ...stateNeeds(vmState)] },
  );
}
