import type { Metadata } from '../../contracts/metadata';
import { ecs } from '../../contracts/profiles/ecs';
import type { VmState } from '../../contracts/vm-states';

/** The calls that a client may have. `set` keeps the pairs that it does not name. */
export type Operation = 'read' | 'set' | 'replace' | 'remove' | 'clear' | 'replace with nil';

/** One call of a client against a server of the mock, and its right outcome. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** In this order: the first one that the client has. */
  readonly operations: readonly Operation[];
  readonly given: Given;
  readonly metadata?: Metadata;
  readonly keys?: readonly string[];
  readonly expected: { readonly stored: Metadata } | { readonly status: number };
}

export interface Given {
  readonly metadata: Metadata;
  readonly vmState?: VmState;
  /** `expired`: the first request to the compute API is answered 401. `refused`: all are. */
  readonly token?: 'expired' | 'refused';
  readonly noServer?: true;
}

const initial: Metadata = { old: '1', both: '1' };
const change: Metadata = { both: '2', new: '2' };
const write = ['replace', 'set'] as const;
const { keyLength, valueLength, quota } = ecs.limits;

export const scenarios: readonly Scenario[] = [
  accepted('read', 'reads the map', ['read'], initial, {}, initial),
  accepted('set', 'sets two pairs, and keeps the others', ['set'], initial, change, { ...initial, ...change }),
  accepted(
    'set-server',
    'sets the pair with the key `server`',
    ['set'],
    initial,
    { server: '1' },
    { ...initial, server: '1' },
  ),
  accepted('replace', 'replaces the map', ['replace'], initial, change, change),
  accepted('replace-empty', 'replaces the map by an empty one', ['replace'], initial, {}, {}),
  accepted('replace-nil', 'replaces the map by a nil map', ['replace with nil'], initial, {}, {}),
  { ...accepted('remove', 'removes a pair', ['remove'], initial, {}, { both: '1' }), keys: ['old'] },
  {
    ...accepted(
      'remove-dots',
      'removes the pair with the key `..`',
      ['remove'],
      { '..': '1', both: '1' },
      {},
      { both: '1' },
    ),
    keys: ['..'],
  },
  accepted('clear', 'removes all pairs', ['clear'], initial, {}, {}),
  text('text', 'sends non-ASCII text', { text: ' é "服务器" \\ 😀 ' }),
  text('empty', 'sends an empty value', { empty: '' }),
  {
    ...accepted('expired-token', 'writes after its token has expired', write, {}, change, change),
    given: { metadata: {}, token: 'expired' },
  },
  rejected('wrong-key', 'a wrong character in a key', 400, { 'a/b': '2' }),
  rejected('long-key', 'a key that is too long', 400, { ['k'.repeat(keyLength + 1)]: '2' }),
  rejected('long-value', 'a value that is too long', 400, { both: 'v'.repeat(valueLength + 1) }),
  rejected('refused-token', 'a token that is never good', 401, change, { token: 'refused' }),
  rejected('quota', 'more pairs than the quota', 403, manyPairs(quota + 1), { metadata: {} }),
  rejected('unknown-server', 'an unknown server', 404, change, { noServer: true }),
  { ...rejected('read-unknown', 'a read of an unknown server', 404, {}, { noServer: true }), operations: ['read'] },
  rejected('vm-state', 'a rescued server', 409, change, { vmState: 'rescued' }),
];

function accepted(
  id: string,
  title: string,
  operations: readonly Operation[],
  metadata: Metadata,
  sent: Metadata,
  stored: Metadata,
): Scenario {
  return { id, title, operations, given: { metadata }, metadata: sent, expected: { stored } };
}

function text(id: string, title: string, sent: Metadata): Scenario {
  return accepted(id, title, write, {}, sent, sent);
}

function rejected(id: string, title: string, status: number, sent: Metadata, given: Partial<Given> = {}): Scenario {
  return {
    id,
    title,
    operations: write,
    given: { metadata: initial, ...given },
    metadata: sent,
    expected: { status },
  };
}

function manyPairs(count: number): Metadata {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, '1']));
}
