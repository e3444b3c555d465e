import fc, { type Arbitrary } from 'fast-check';
import { toBody } from '../contracts/exchange';
import { bodyDemand } from '../contracts/oracle/body-demand';
import { ecs } from '../contracts/profiles/ecs';
import { sameMetadata } from '../contracts/same-metadata';
import * as generators from './index';

/** What the oracle says of a body: the clauses that it holds against it, and those that it holds open. */
function said(body: string | Buffer): { against: string[]; open: string[] } {
  const { objections, openings } = bodyDemand(toBody(Buffer.from(body)), 'v2.1', ecs);
  return { against: objections.map(({ clause }) => clause), open: openings.map(({ clause }) => clause) };
}

const bodyOf = (pair: [string, unknown]) => JSON.stringify({ metadata: Object.fromEntries([pair]) });
const keyed = (keys: Arbitrary<string>) => keys.map((key) => bodyOf([key, 'x']));
const valued = (values: Arbitrary<unknown>) => values.map((value) => bodyOf(['key', value]));

const nothing = { against: [], open: [] };
const against = (...clauses: string[]) => ({ against: [expect.stringMatching(`^(${clauses.join('|')})$`)], open: [] });
const open = (clause: string) => ({ against: [], open: [clause] });

it.each<[string, Arbitrary<string | Buffer>, object]>([
  ['keys', keyed(generators.keys()), nothing],
  ['nearMissKeys', keyed(generators.nearMissKeys()), against('KEY-03', 'KEY-04', 'KEY-05', 'KEY-06')],
  ['spacedKeys', keyed(generators.spacedKeys()), open('KEY-07')],
  ['values', valued(generators.values()), nothing],
  ['controlValues', valued(generators.controlValues()), nothing],
  ['loneSurrogateValues', valued(generators.loneSurrogateValues()), open('VALUE-10')],
  ['nearMissValues', valued(generators.nearMissValues()), against('VALUE-04', 'VALUE-09')],
  ['metadata', generators.metadata().map((map) => JSON.stringify({ metadata: map })), nothing],
  ['spelledBodies', generators.metadata().chain(generators.spelledBodies), nothing],
  ['malformedBodies', generators.malformedBodies(), against('BODY-04')],
  ['wrongShapes', generators.wrongShapes(), against('BODY-01', 'BODY-02', 'BODY-03')],
  ['byteOrderMarkBodies', generators.byteOrderMarkBodies(), open('BODY-09')],
  ['invalidUtf8Bodies', generators.invalidUtf8Bodies(), open('BODY-10')],
])('%s and the oracle agree', (_, bodies, expected) => {
  for (const body of fc.sample(bodies, { seed: 5, numRuns: 200 })) expect(said(body)).toEqual(expected);
});

it('duplicateMembers and the oracle agree on what either reading stores', () => {
  for (const { body, first, last } of fc.sample(generators.duplicateMembers(), { seed: 5, numRuns: 200 })) {
    const { candidates = [] } = bodyDemand({ text: body }, 'v2.1', ecs);
    for (const map of [first, last])
      expect(candidates.some((candidate) => sameMetadata(candidate.map, map))).toBe(true);
    expect(candidates).toHaveLength(2);
  }
});

it('histories and the oracle agree on what is refused', () => {
  for (const history of fc.sample(generators.histories({ servers: 2, maxLength: 9 }), { seed: 5, numRuns: 100 })) {
    for (const operation of history) {
      if (operation.kind !== 'rejected replace') continue;
      expect(said(operation.body).against).not.toEqual([]);
    }
  }
});
