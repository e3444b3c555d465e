import { jsonOf, type RecordedResponse } from './exchange';
import { asObject } from './json-object';
import type { Metadata } from './metadata';
import { isVmState, type VmState } from './vm-states';

/** What GET of a server shows of it. */
export interface SeenServer {
  readonly vmState: VmState | undefined;
  /** The text that stands there, also where it names no vm_state. */
  readonly shownVmState: string | undefined;
  readonly taskState: string | undefined;
  /** Whether the server resource has a task_state, be it null. */
  readonly showsTasks: boolean;
  readonly updated: string | undefined;
  readonly metadata: Metadata | undefined;
}

export function seenServer(response: Pick<RecordedResponse, 'status' | 'body'>): SeenServer | undefined {
  if (response.status !== 200) return undefined;
  const server = asObject(asObject(jsonOf(response.body))?.server);
  if (server === undefined) return undefined;
  const text = (name: string) => (typeof server[name] === 'string' ? server[name] : undefined);
  const vmState = text('OS-EXT-STS:vm_state');
  return {
    vmState: isVmState(vmState) ? vmState : undefined,
    shownVmState: vmState,
    taskState: text('OS-EXT-STS:task_state'),
    showsTasks: Object.hasOwn(server, 'OS-EXT-STS:task_state'),
    updated: text('updated'),
    metadata: asObject(server.metadata) as Metadata | undefined,
  };
}
