import type { Metadata } from '../metadata';
import { isVmState, type VmState } from '../vm-states';
import { jsonOf, type RecordedResponse } from './exchange';
import { asObject } from './json';

/** The parts of `{"metadata": {…}}`, or undefined for a body of another structure. */
export function parseMetadataBody(json: unknown): { metadata: Metadata; otherMembers: string[] } | undefined {
  const body = asObject(json);
  if (body === undefined || !Object.hasOwn(body, 'metadata')) return undefined;
  const metadata = asObject(body.metadata);
  if (metadata === undefined) return undefined;
  // Values that are not strings stay unchanged: they differ from every text that was sent.
  return { metadata: metadata as Metadata, otherMembers: Object.keys(body).filter((name) => name !== 'metadata') };
}

/** The parts of a server resource that the oracle uses. */
export interface ServerResource {
  readonly vmState: VmState | undefined;
  /** The vm_state as text, even if it is not a known one. */
  readonly vmStateText: string | undefined;
  readonly taskState: string | undefined;
  /** True if the server resource has a task_state, null included. */
  readonly hasTaskState: boolean;
  readonly updated: string | undefined;
  readonly metadata: Metadata | undefined;
}

export function parseServer(response: Pick<RecordedResponse, 'status' | 'body'>): ServerResource | undefined {
  if (response.status !== 200) return undefined;
  const server = asObject(asObject(jsonOf(response.body))?.server);
  if (server === undefined) return undefined;
  const text = (name: string) => (typeof server[name] === 'string' ? server[name] : undefined);
  const vmState = text('OS-EXT-STS:vm_state');
  return {
    vmState: isVmState(vmState) ? vmState : undefined,
    vmStateText: vmState,
    taskState: text('OS-EXT-STS:task_state'),
    hasTaskState: Object.hasOwn(server, 'OS-EXT-STS:task_state'),
    updated: text('updated'),
    metadata: asObject(server.metadata) as Metadata | undefined,
  };
}
