import fc, { type Arbitrary } from 'fast-check';
import { toBody } from '../contracts/http/exchange';
import { sameMetadata } from '../contracts/metadata';
import { classifyBody } from '../contracts/oracle/request/classify-body';
import { ecs } from '../contracts/profiles/ecs';
import * as generators from '.';
import { limitSets } from './testing/rules';

/** The clauses for which the oracle rejects a body, and the open ones that the body exercises. */
function said(body: string | Buffer, profile = ecs): { against: string[]; open: string[] } {
  const { rejectionReasons, openQuestions } = classifyBody(toBody(Buffer.from(body)), 'v2.1', profile);
  return { against: rejectionReasons.map(({ clause }) => clause), open: openQuestions.map(({ clause }) => clause) };
}

const bodyOf = (pair: [string, unknown]) => JSON.stringify({ metadata: Object.fromEntries([pair]) });
const keyed = (keys: Arbitrary<string>) => keys.map((key) => bodyOf([key, 'x']));
const valued = (values: Arbitrary<unknown>) => values.map((value) => bodyOf(['key', value]));

const nothing = { against: [], open: [] };
const against = (...clauses: string[]) => ({ against: [expect.stringMatching(`^(${clauses.join('|')})$`)], open: [] });
const open = (clause: string) => ({ against: [], open: [clause] });

describe.each(limitSets)('within $keyLength characters of a key and $valueLength of a value', (limits) => {
  const within = { limits };
  it.each<[string, Arbitrary<string | Buffer>, object]>([
    ['keys', keyed(generators.keys(within)), nothing],
    ['nearMissKeys', keyed(generators.nearMissKeys(within)), against('KEY-03', 'KEY-04', 'KEY-05', 'KEY-06')],
    ['keysWithSpace', keyed(generators.keysWithSpace(within)), open('KEY-07')],
    ['values', valued(generators.values(within)), nothing],
    ['controlValues', valued(generators.controlValues(within)), nothing],
    ['loneSurrogateValues', valued(generators.loneSurrogateValues(within)), open('VALUE-10')],
    ['nearMissValues', valued(generators.nearMissValues(within)), against('VALUE-04', 'VALUE-09')],
    ['maps', generators.maps(within).map((map) => JSON.stringify({ metadata: map })), nothing],
    ['successiveMaps', generators.successiveMaps(within).map(([, map]) => JSON.stringify({ metadata: map })), nothing],
    ['everyCharacter', valued(fc.constantFrom(...generators.everyCharacter(within))), nothing],
    ['malformedBodies', generators.malformedBodies(within), against('BODY-04')],
    ['wrongShapes', generators.wrongShapes(within), against('BODY-01', 'BODY-02', 'BODY-03')],
    ['byteOrderMarkBodies', generators.byteOrderMarkBodies(within), open('BODY-09')],
    ['invalidUtf8Bodies', generators.invalidUtf8Bodies(within), open('BODY-10')],
  ])('%s and the oracle agree', (_, bodies, expected) => {
    for (const body of fc.sample(bodies, { seed: 5, numRuns: 200 })) {
      expect(said(body, { ...ecs, limits })).toEqual(expected);
    }
  });

  it('maps have at most the minimum of pairs, and races at most the quota', () => {
    const maps = fc.sample(generators.maps(within), { seed: 5, numRuns: 200 });
    const races = fc.sample(generators.races({ maxReads: 1, ...within }), { seed: 5, numRuns: 200 });
    const meeting = races.flatMap(({ replaces, rejected }) => [...replaces, ...rejected]);
    const most = (all: readonly object[]) => Math.max(...all.map((map) => Object.keys(map).length));
    expect(most(maps)).toBeLessThanOrEqual(limits.always);
    expect(most(meeting.map(({ metadata }) => metadata))).toBeLessThanOrEqual(limits.quota);
  });
});

it('equivalentBodies and the oracle agree', () => {
  for (const body of fc.sample(generators.maps().chain(generators.equivalentBodies), { seed: 5, numRuns: 200 })) {
    expect(said(body)).toEqual(nothing);
  }
});

it('duplicateMembers and the oracle agree on the map of each reading', () => {
  for (const { body, first, last } of fc.sample(generators.duplicateMembers(), { seed: 5, numRuns: 200 })) {
    const { possibleMaps = [] } = classifyBody({ text: body }, 'v2.1', ecs);
    for (const map of [first, last])
      expect(possibleMaps.some((candidate) => sameMetadata(candidate.map, map))).toBe(true);
    expect(possibleMaps).toHaveLength(2);
  }
});

it('histories and the oracle agree on rejected requests', () => {
  for (const history of fc.sample(generators.histories({ servers: 2, maxLength: 9 }), { seed: 5, numRuns: 100 })) {
    for (const operation of history) {
      if (operation.kind !== 'rejected replace') continue;
      expect(said(operation.body).against).not.toEqual([]);
    }
  }
});
