import { vmStateClauses } from '../../contracts/clauses/vm-state-clauses';
import { bindingOf } from '../../contracts/profiles/profile';
import { acceptsMetadata, type VmState, vmStates } from '../../contracts/vm-states';
import { expectReplaced } from '../harness/dsl/assertions';
import { check, stage } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { nearQuota, richMap } from '../harness/dsl/sample-maps';
import { expectVmStateUnchanged, skipIfVmStateIsFixed, vmStateNeeds } from '../harness/dsl/vm-state';
import { INITIAL } from '../harness/worker/fixtures';

stage('vm_states');

const rejectingVmStates = vmStates.filter((state) => !acceptsMetadata(state));

/** Why a check that reads is not applicable. */
const gone = 'what is deleted may be gone for its readers';

// A server may leave the other states on its own: building becomes active, shelved becomes shelved_offloaded.
for (const vmState of ['rescued', 'error', 'shelved_offloaded'] as const) {
  check(
    `${vmStateClauses[vmState]}/vm-state-unchanged`,
    `leaves the server in vm_state ${vmState}`,
    async (tools) => {
      const server = await tools.given.server(vmState, richMap(tools));
      await expectVmStateUnchanged(tools, server, vmState, async () => {
        expect(tools.profile.statuses.wrongState).toContain((await tools.replace(server, { new: '2' })).status);
      });
    },
    { needs: ['vm-states/active', ...vmStateNeeds(vmState)] },
  );
}

for (const vmState of rejectingVmStates) {
  const slug = vmState.replace('_', '-');
  const needs = vmStateNeeds(vmState);
  // The checks that read do not use a deleted server.
  const needsOfReaders = vmState === 'deleted' ? [] : needs;

  check(
    `${vmStateClauses[vmState]}/replace`,
    `refuses the request while the server is ${vmState}`,
    async (tools) => {
      const { given, profile, read, replace } = tools;
      const server = await given.server(vmState, richMap(tools));
      const unknown = vmState === 'deleted' ? profile.statuses.unknownServer : [];
      const statuses = [...profile.statuses.wrongState, ...unknown];
      // A target that remembers requests may take the second one for a repetition.
      for (const map of [{ new: '2' }, { new: '2' }, {}, nearQuota(tools)]) {
        expect(statuses).toContain((await replace(server, map)).status);
      }
      // A target may skip the vm_state if the map would not change.
      if (vmState !== 'deleted') expect(statuses).toContain((await replace(server, await read(server))).status);
    },
    { needs },
  );

  check(
    `ATOMIC-02/while-${slug}`,
    `keeps the map when the request is refused in ${vmState}`,
    async (tools) => {
      const { given, notApplicable, read, replace, version } = tools;
      if (vmState === 'deleted') notApplicable(gone);
      const server = await given.server(vmState, richMap(tools));
      const before = await read(server);
      await replace(server, { both: version, new: version });
      expect(await read(server)).toEqual(before);
      await replace(server, {});
      expect(await read(server)).toEqual(before);
    },
    { needs: needsOfReaders },
  );

  check(
    `STATE-15/${slug}`,
    `shows the metadata in ${vmState}`,
    async (tools) => {
      const { given, notApplicable, profile, read } = tools;
      if (bindingOf('STATE-15', profile).level === 'not applicable') notApplicable('the profile does not speak of it');
      if (vmState === 'deleted') notApplicable(gone);
      const server = await given.server(vmState, richMap(tools));
      await read(server);
    },
    { needs: needsOfReaders },
  );

  if (!isLeftByServerActions(vmState)) continue;
  check(
    `STATE-01/after-${slug}`,
    `takes the request again once the server is active after ${vmState}`,
    async (tools) => {
      const { setVmState, given, read, replace } = tools;
      const server = await given.server(vmState, richMap(tools));
      skipIfVmStateIsFixed(tools, server);
      const before = await read(server);
      await replace(server, { both: '2', new: '2' });
      // Read before the change of the vm_state, to separate the effects of both.
      expect(await read(server)).toEqual(before);
      await setVmState(server, 'active');
      // A refused request must not take effect later.
      expect(await read(server)).toEqual(before);
      await expectReplaced(tools, server, { both: '3', new: '3' });
    },
    { once: true, needs },
  );
}

// A target may check the vm_state before, or the power state.
for (const [from, vmState] of [
  ['stopped', 'rescued'],
  ['stopped', 'error'],
  ['stopped', 'shelved'],
  ['paused', 'error'],
  ['paused', 'shelved'],
  ['suspended', 'error'],
  ['suspended', 'shelved'],
] as const) {
  check(
    `${vmStateClauses[vmState]}/was-${from}`,
    `refuses the request while the server is ${vmState} and was ${from} before`,
    async (tools) => {
      const { setVmState, given, profile, read, replace } = tools;
      const server = await given.server(from, INITIAL);
      skipIfVmStateIsFixed(tools, server);
      // A target with a copy of an older map shows that one.
      await replace(server, { ...richMap(tools), old: from, both: vmState });
      const before = await read(server);
      await setVmState(server, vmState);
      expect(await read(server)).toEqual(before);
      expect(profile.statuses.wrongState).toContain((await replace(server, { new: '2' })).status);
      expect(await read(server)).toEqual(before);
      await setVmState(server, 'active');
    },
    { once: true, needs: vmStateNeeds(from, vmState) },
  );
}

/** True if server actions lead out of a state. */
function isLeftByServerActions(vmState: VmState): boolean {
  return ['rescued', 'resized', 'error', 'shelved', 'shelved_offloaded'].includes(vmState);
}
