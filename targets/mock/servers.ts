import type { Metadata } from '../../contracts/metadata';
import type { VmState } from '../../contracts/vm-states';
import { createServerRecord, type ServerRecord, type Store, serverIdOf, serverIds } from '../embedded/store';

/** A server that the mock starts with. */
export interface MockServer {
  /** A UUID; a random one by default. */
  readonly id?: string | undefined;
  /** `server-1` for the first by default. */
  readonly name?: string | undefined;
  /** Active by default. */
  readonly vmState?: VmState | undefined;
  /** Empty by default. */
  readonly metadata?: Metadata | undefined;
}

/** A server as it is at the moment. */
export interface ServerView {
  readonly id: string;
  readonly name: string;
  readonly vmState: VmState;
  readonly metadata: Metadata;
}

/** The servers that a mock starts with in place of those of every endpoint. */
export function createRecords(servers: readonly MockServer[], projectId: string, created: Date): ServerRecord[] {
  return servers.map(({ id = crypto.randomUUID(), name, vmState = 'active', metadata = {} }, index) => {
    const record = createServerRecord(id, name ?? `server-${index + 1}`, projectId, vmState, created);
    record.metadata = { ...metadata };
    return record;
  });
}

/** So many active servers, with ids and names by number, as every endpoint has three. */
export function createNumbered(count: number, { servers, clock }: Store, projectId: string): ServerRecord[] {
  const records: ServerRecord[] = [];
  for (let number = 1; records.length < count; number += 1) {
    const id = serverIdOf(number);
    const name = `server-${String(number).padStart(2, '0')}`;
    // The fixed servers and the one of the other project have numbers, too.
    if (!servers.has(id) || serverIds.includes(id))
      records.push(createServerRecord(id, name, projectId, 'active', clock.date()));
  }
  return records;
}

/** The servers of a project, also the deleted ones. */
export function viewServers({ servers }: Store, project: string): ServerView[] {
  return [...servers.values()]
    .filter(({ projectId }) => projectId === project)
    .map(({ id, name, vmState, metadata }) => ({ id, name, vmState, metadata: { ...metadata } }));
}
