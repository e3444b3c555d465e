import { type ClauseId, clauses } from '../../contracts/clauses';
import type { Metadata } from '../../contracts/metadata';
import type { Detection } from '../../suites/mutation/detection';
import type { SampleEndpoint } from '../../suites/mutation/samples';
import type { Random } from '../../targets/random';
import { type NetworkConditions, type NetworkFault, networkFaults, perfectNetwork } from './faulty-network';

/** Actions of other clients during a run, and signals. */
export const interferences = [
  'interrupted',
  'another run',
  'another writer',
  'server deleted',
  'server in error',
  'server locked',
] as const;

export type Interference = (typeof interferences)[number];

/** Everything that happens in one simulation. It follows from the seed. */
export interface Scenario {
  readonly endpoint: SampleEndpoint;
  /** Nothing but the checks and properties of these clauses; undefined for all. */
  readonly only: ReadonlySet<ClauseId> | undefined;
  readonly seed: number;
  /** Servers of the project that the user names. */
  readonly servers: number;
  /** Servers that are made for the run. */
  readonly made: number;
  readonly hasSecondProject: boolean;
  readonly hasNamedStates: boolean;
  readonly isStrict: boolean;
  /** The metadata of the servers before the run. */
  readonly before: Metadata;
  readonly network: NetworkConditions;
  readonly interferences: ReadonlyMap<number, Interference>;
  /** The steps at which the power goes: of the run, then of each `restore`. */
  readonly power: readonly number[];
  /** Bytes that the disk holds. */
  readonly capacity: number;
}

const mapsBefore: readonly Metadata[] = [
  {},
  { made: 'with the server' },
  { old: '1', both: '1' },
  { kept: 'as it was', 'of:the-user': 'ü', empty: '' },
  Object.fromEntries(Array.from({ length: 40 }, (_, place) => [`pair-${place}`, 'x'.repeat(place * 6)])),
];

/** One course of things in a hundred simulations is drawn as often as its share says. */
const disturbances = [
  ['nothing', 12],
  ['one fault', 30],
  ['mixed faults', 14],
  ['outage', 5],
  ['power lost', 14],
  ['interrupted', 8],
  ['others', 10],
  ['disk full', 7],
] as const;

type Disturbance = (typeof disturbances)[number][0];

/** One fault somewhere in a whole run against the embedded endpoint: which one, the seed says in turn. */
export function drawSingleFault({ endpoints }: KnownEndpoints, seed: number, chance: Random): Scenario {
  const endpoint = endpoints.find(({ name }) => name === 'embedded');
  if (endpoint === undefined) throw new RangeError('the embedded endpoint is not among the known ones');
  const fault = networkFaults[seed % networkFaults.length] ?? 'lost';
  return {
    endpoint,
    only: undefined,
    seed,
    servers: 3,
    made: 0,
    hasSecondProject: true,
    hasNamedStates: true,
    isStrict: false,
    before: { made: 'with the server' },
    network: { ...perfectNetwork, at: new Map([[chance.integer(1, requestsOfRun), fault]]) },
    interferences: new Map(),
    power: [],
    capacity: Number.POSITIVE_INFINITY,
  };
}

/** Against the embedded endpoint, with quick effort. */
const requestsOfRun = 6_000;

/** The endpoints with their expected verdicts, and for each mutant the checks that detect it. */
export interface KnownEndpoints {
  readonly endpoints: readonly SampleEndpoint[];
  readonly detection: Detection;
}

export function drawScenario({ endpoints, detection }: KnownEndpoints, chance: Random): Scenario {
  const endpoint = drawEndpoint(endpoints, chance);
  const course = drawDisturbance(chance);
  const isFair = course !== 'mixed faults' && course !== 'one fault' && course !== 'outage' && !chance.happens(0.15);
  const others = chance.pick(interferences.filter((each) => each !== 'interrupted'));
  const power =
    course === 'power lost' ? [drawStep(chance), ...(chance.happens(0.5) ? [chance.magnitude(3, 60)] : [])] : [];
  const made = chance.happens(0.1) ? chance.integer(1, 2) : 0;
  return {
    endpoint,
    only: drawClauses(endpoint, detection[endpoint.name]?.seenBy ?? [], chance),
    seed: chance.integer(1, 1_000_000),
    servers: made > 0 ? chance.integer(0, 1) : chance.integer(1, 3),
    made,
    hasSecondProject: chance.happens(0.7),
    hasNamedStates: chance.happens(0.5),
    isStrict: chance.happens(0.1),
    before: chance.pick(mapsBefore),
    network: drawNetwork(isFair ? 'nothing' : course, chance),
    interferences: new Map(
      course === 'interrupted' ? drawSignals(chance) : course === 'others' ? [[drawStep(chance), others] as const] : [],
    ),
    power,
    capacity: course === 'disk full' ? chance.magnitude(100, 500_000) : Number.POSITIVE_INFINITY,
  };
}

function drawEndpoint(endpoints: readonly SampleEndpoint[], chance: Random): SampleEndpoint {
  const kind = chance.happens(0.6) ? 'variant' : 'mutant';
  const faithful = endpoints.find(({ name }) => name === 'embedded');
  if (kind === 'variant' && faithful !== undefined && chance.happens(0.5)) return faithful;
  return chance.pick(endpoints.filter((each) => each.kind === kind));
}

function drawDisturbance(chance: Random): Disturbance {
  let left = chance.between(0, 100);
  for (const [course, share] of disturbances) {
    left -= share;
    if (left < 0) return course;
  }
  return 'nothing';
}

/** Most runs are short: a whole one takes as long as twenty of them. A mutant is looked at where it fails. */
function drawClauses(
  endpoint: SampleEndpoint,
  seenBy: readonly ClauseId[],
  chance: Random,
): ReadonlySet<ClauseId> | undefined {
  if (chance.happens(0.05)) return undefined;
  const some = Array.from({ length: chance.integer(1, 2) }, () => chance.pick(clauses).id);
  return new Set([...endpoint.killedBy, ...seenBy, ...some]);
}

function drawStep(chance: Random): number {
  return chance.magnitude(5, 2_000);
}

/** A signal, and sometimes a second one soon after. */
function drawSignals(chance: Random): [number, Interference][] {
  const first = drawStep(chance);
  return [
    [first, 'interrupted'],
    ...(chance.happens(0.3) ? [[first + chance.magnitude(1, 40), 'interrupted'] as [number, Interference]] : []),
  ];
}

function drawNetwork(course: Disturbance, chance: Random): NetworkConditions {
  const latency = chance.pick([0.5, 1, 5, 40, 300]);
  const fair: NetworkConditions = { ...perfectNetwork, latency };
  if (course === 'one fault') {
    const count = chance.happens(0.8) ? 1 : 2;
    const at = Array.from({ length: count }, (): [number, NetworkFault] => [
      drawStep(chance),
      chance.pick(networkFaults),
    ]);
    return { ...fair, at: new Map(at) };
  }
  if (course === 'mixed faults') {
    const kinds = chance.happens(0.5) ? mixable : [chance.pick(mixable)];
    return { ...fair, rate: chance.pick([0.002, 0.01, 0.03]), kinds };
  }
  if (course === 'outage') {
    return { ...fair, outage: { from: drawStep(chance), duration: chance.magnitude(20, 200_000) } };
  }
  return fair;
}

/** Where a gateway answers wrongly again and again, and as the API would, nobody can tell it from the target. */
const mixable = networkFaults.filter((fault) => !/^stray (401|403|404|409|500)$|^old answer$|^empty body$/.test(fault));
