import type { Metadata } from '../../contracts/metadata';
import type { VmState } from '../../contracts/vm-states';
import { createServerRecord, type ServerRecord } from '../embedded/store';

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

export function createRecords(servers: readonly MockServer[], projectId: string, created: Date): ServerRecord[] {
  return servers.map(({ id, name, vmState = 'active', metadata = {} }, index) => {
    const record = createServerRecord(
      id ?? crypto.randomUUID(),
      name ?? `server-${index + 1}`,
      projectId,
      vmState,
      created,
    );
    record.metadata = metadata;
    return record;
  });
}
