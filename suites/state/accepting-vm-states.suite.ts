import { vmStateClauses } from '../../contracts/clauses/vm-state-clauses';
import { acceptingVmStates } from '../../contracts/vm-states';
import { expectRejected, expectReplaced } from '../harness/dsl/assertions';
import { check, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { mapOfSize, skipIfQuotaHigher } from '../harness/dsl/quota';
import { tooLong } from '../harness/dsl/sample-maps';
import { expectVmStateUnchanged, vmStateNeeds } from '../harness/dsl/vm-state';
import { INITIAL } from '../harness/worker/fixtures';

stage('vm_states');

// A change may take minutes on a real cloud, so the checks of one vm_state follow each other.
for (const vmState of acceptingVmStates) {
  check(
    `${vmStateClauses[vmState]}/replace`,
    `takes the request while the server is ${vmState}`,
    async (tools) => {
      const server = await tools.given.server(vmState, INITIAL);
      await expectReplaced(tools, server, { both: '2', new: '2' });
      await expectReplaced(tools, server, {});
      await expectReplaced(tools, server, INITIAL);
    },
    { needs: vmStateNeeds(vmState) },
  );

  check(
    `ATOMIC-01/while-${vmState}`,
    `refuses bad pairs and keeps the map while the server is ${vmState}`,
    async (tools) => {
      const server = await tools.given.server(vmState, INITIAL);
      const { invalid } = tools.profile.statuses;
      for (const bad of [
        { 'a/b': '1' },
        { '': '1' },
        { [tooLong(tools).key]: '1' },
        { both: tooLong(tools).value },
        { both: 7 },
      ]) {
        await expectRejected(tools, server, { metadata: { new: '2', ...bad } }, invalid);
      }
    },
    { needs: vmStateNeeds(vmState) },
  );

  check(
    `QUOTA-03/while-${vmState}`,
    `refuses more pairs than the quota allows while the server is ${vmState}`,
    async (tools) => {
      const { limit } = tools.subject.quota;
      if (limit < 0 || limit > 2_000) tools.notApplicable('the target has no limit, or one beyond a small body');
      const server = await tools.given.server(vmState, INITIAL);
      const { status } = await tools.replace(server, mapOfSize(limit + 1));
      skipIfQuotaHigher(tools, status);
      expect(tools.profile.statuses.overQuota).toContain(status);
      expect(await tools.read(server)).toEqual(INITIAL);
    },
    { needs: vmStateNeeds(vmState) },
  );
}

for (const vmState of acceptingVmStates) {
  check(
    `${vmStateClauses[vmState]}/vm-state-unchanged`,
    `leaves the server in vm_state ${vmState}`,
    async (tools) => {
      const server = await tools.given.server(vmState, INITIAL);
      await expectVmStateUnchanged(tools, server, vmState, () =>
        expectReplaced(tools, server, { both: '2', new: '2' }),
      );
    },
    { needs: ['vm-states/active', ...vmStateNeeds(vmState)] },
  );
}

for (const vmState of ['rescued', 'error'] as const) {
  check(
    `STATE-01/other-server-${vmState}`,
    `takes the request while another server is ${vmState}`,
    async ({ setVmState, given, ...tools }) => {
      const second = await given.secondServer(INITIAL);
      await setVmState(second, vmState);
      try {
        await expectReplaced({ setVmState, given, ...tools }, await given.server('active', INITIAL), {
          both: '2',
          new: '2',
        });
      } finally {
        await setVmState(second, 'active');
      }
    },
    { needs: ['second-server', ...vmStateNeeds(vmState)] },
  );
}
