import type { Need } from '../../../contracts/capabilities';
import type { ClauseId } from '../../../contracts/clauses';
import type { VmState } from '../../../contracts/vm-states';
import type { Server } from '../../../targets/metadata-api';
import { expect } from './expect';
import type { TestContext } from './test-context';

/** The needs of a check that uses these vm_states. The servers that the user names are active. */
export function vmStateNeeds(...states: readonly VmState[]): Need[] {
  return states.flatMap((vmState): Need[] => (vmState === 'active' ? [] : [`vm-states/${vmState}`]));
}

/** The needs of every check of a clause. STATE-01 needs a target that shows the vm_state. */
export function needsOfClause(clause: ClauseId): Need[] {
  return clause === 'STATE-01' ? ['vm-states/active'] : [];
}

/** A server that the user named for its vm_state is never brought into another. */
export function skipIfVmStateIsFixed({ notApplicable, subject }: TestContext, { id: named }: Server): void {
  const declared = subject.servers.find(({ id }) => id === named)?.declaredState;
  if (declared !== undefined) notApplicable(`the server was named as one that is ${declared}: it stays so`);
}

/** Expects that a request leaves the vm_state alone. It is sent twice: a change by somebody else does not repeat. */
export async function expectVmStateUnchanged(
  { setVmState, getServer }: TestContext,
  server: Server,
  vmState: VmState,
  request: () => Promise<unknown>,
): Promise<void> {
  const seen: VmState[] = [];
  for (let time = 1; time <= 2; time += 1) {
    await request();
    seen.push(await getServer(server, 'vmState'));
    if (seen.at(-1) === vmState) return;
    await setVmState(server, vmState);
  }
  expect(seen).toContain(vmState);
}
