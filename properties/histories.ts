import fc, { type Arbitrary } from 'fast-check';
import { type Metadata, type Version, versions } from '../contracts/metadata';
import type { VmState } from '../contracts/vm-states';
import type { LimitOptions } from './cases/limits';
import { malformedBodies } from './malformed-bodies';
import { maps } from './maps';
import { rejectedBodies } from './rejected-bodies';
import { acceptingVmStates, vmStates } from './vm-states';

/** The server of a step, counted from 0, and the version of its URI. */
interface OperationTarget {
  readonly server: number;
  readonly version: Version;
}

/** One step of a history, as plain data. */
export type Operation =
  | (OperationTarget & { readonly kind: 'replace'; readonly metadata: Metadata })
  /** The raw body, which the target must reject: an invalid pair, a wrong structure, or not JSON. */
  | (OperationTarget & { readonly kind: 'rejected replace'; readonly body: string })
  | (OperationTarget & { readonly kind: 'read' })
  | (OperationTarget & { readonly kind: 'change state'; readonly to: VmState });

export interface HistoryScope extends LimitOptions {
  readonly servers: number;
  readonly maxLength: number;
  /** Use all twelve vm_states. Otherwise only those in which a replace is allowed. */
  readonly everyVmState?: boolean;
}

/** 1 to `maxLength` operations over several servers and both versions. They shrink to one replace with `{}`. */
export function histories({
  servers,
  maxLength,
  everyVmState = false,
  ...within
}: HistoryScope): Arbitrary<Operation[]> {
  const at = { server: fc.nat({ max: servers - 1 }), version: fc.constantFrom(...versions) };
  const map = maps({ maxPairs: 4, ...within });
  const refused = fc.oneof(
    { weight: 5, arbitrary: rejectedBodies(within) },
    { weight: 1, arbitrary: malformedBodies(within) },
  );
  const operation: Arbitrary<Operation> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('replace'), ...at, metadata: map }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('read'), ...at }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('rejected replace'), ...at, body: refused }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('change state'),
        ...at,
        to: everyVmState ? vmStates() : acceptingVmStates(),
      }),
    },
  );
  // With `minLength` the array would not shrink by its last operation.
  return fc.array(operation, { maxLength, size: 'max' }).filter((history) => history.length > 0);
}
