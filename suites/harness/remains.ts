import type { VmState } from '../../contracts/vm-states';
import type { Server } from '../../targets/metadata-api';
import { expect } from './expect';
import type { Tools } from './tools';

/** Metadata is all that the request is about. What somebody else does to the server meanwhile is not done twice. */
export async function remains(
  { bring, look }: Tools,
  server: Server,
  vmState: VmState,
  request: () => Promise<unknown>,
): Promise<void> {
  const seen: VmState[] = [];
  for (let time = 1; time <= 2; time += 1) {
    await request();
    seen.push(await look(server, 'vmState'));
    if (seen.at(-1) === vmState) return;
    await bring(server, vmState);
  }
  expect(seen).toContain(vmState);
}
