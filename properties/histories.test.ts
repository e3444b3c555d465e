import { histories, type Operation } from './histories';
import { describeArbitrary } from './testing/describe-arbitrary';
import { isLegalKey, isLegalMap, isLegalValue } from './testing/rules';

const accepting = ['active', 'stopped', 'paused', 'suspended'];

const kinds = ['replace', 'rejected replace', 'read', 'change state'] as const;
const has = (holds: (operation: Operation) => boolean) => (history: Operation[]) => history.some(holds);
const rejected = (holds: (body: string) => boolean) =>
  has((operation) => operation.kind === 'rejected replace' && holds(operation.body));

const classes = {
  ...Object.fromEntries(kinds.map((kind) => [kind, has((operation) => operation.kind === kind)])),
  'one operation': (history: Operation[]) => history.length === 1,
  'as many operations as may be': (history: Operation[]) => history.length === 12,
  'both versions': (history: Operation[]) => new Set(history.map(({ version }) => version)).size === 2,
  'all servers': (history: Operation[]) => new Set(history.map(({ server }) => server)).size === 3,
  'an empty map': has((operation) => operation.kind === 'replace' && Object.keys(operation.metadata).length === 0),
  'a body that is no JSON': rejected((body) => pairsOf(body) === 'not json'),
  'a wrong shape': rejected((body) => pairsOf(body) === 'no map'),
  'a map with one bad pair': rejected((body) => badPairs(body) === 1 && pairsOf(body).length > 1),
  'a map of nothing but a bad pair': rejected((body) => badPairs(body) === 1 && pairsOf(body).length === 1),
};

describeArbitrary('histories', histories({ servers: 3, maxLength: 12 }), {
  belongs: (history) => isHistory(history) && !history.some(refusesFromNowOn),
  size: (history) => history.length,
  classes,
});

describeArbitrary('histories through every vm_state', histories({ servers: 3, maxLength: 12, everyVmState: true }), {
  belongs: isHistory,
  size: (history) => history.length,
  classes: { ...classes, 'a state that refuses': has(refusesFromNowOn) },
});

function isHistory(history: Operation[]): boolean {
  return history.length >= 1 && history.length <= 12 && history.every(isOperation);
}

function isOperation(operation: Operation): boolean {
  if (![0, 1, 2].includes(operation.server) || !['v2', 'v2.1'].includes(operation.version)) return false;
  if (operation.kind === 'replace') return isLegalMap(operation.metadata);
  return operation.kind !== 'rejected replace' || badPairs(operation.body) > 0;
}

function refusesFromNowOn(operation: Operation): boolean {
  return operation.kind === 'change state' && !accepting.includes(operation.to);
}

function badPairs(body: string): number {
  const pairs = pairsOf(body);
  return typeof pairs === 'string'
    ? 1
    : pairs.filter(([key, value]) => !isLegalKey(key) || !isLegalValue(value)).length;
}

function pairsOf(body: string): [string, unknown][] | 'not json' | 'no map' {
  try {
    const map = JSON.parse(body)?.metadata;
    return map?.constructor === Object || Object.prototype.toString.call(map) === '[object Object]'
      ? Object.entries(map)
      : 'no map';
  } catch {
    return 'not json';
  }
}
