import { resolve } from 'node:path';
import { MemoryFiles } from '../../cli/machine/testing/memory-files';
import type { Metadata } from '../../contracts/metadata';
import { makeResult } from '../../reports/testing/results';
import { sampleEndpoints } from '../../suites/mutation/samples';
import { readDetection } from '../../suites/mutation/stored-files';
import type { Behaviour } from '../../targets/embedded/behaviour';
import { Random } from '../../targets/random';
import { brokenByRun } from './run-invariants';
import { drawScenario, drawSingleFault, type Scenario } from './scenario';
import { Simulation, simulateOne } from './simulation';

jest.setTimeout(120_000);

const known = { endpoints: sampleEndpoints(), detection: readDetection(resolve('docs')) };

/** An invariant was broken once under each of these seeds, before a defect was fixed. Most simulate few checks. */
const regressions = [
  3, 11, 20, 34, 40, 44, 81, 89, 135, 153, 174, 238, 415, 536, 572, 708, 1044, 1217, 1219, 4778, 8063, 9277,
];

test.each(regressions)('all invariants hold under seed %d', async (seed) => {
  const { broken, story } = await simulateOne(seed, known);
  expect({ story, broken }).toEqual({ story, broken: [] });
});

test('a seed decides everything', async () => {
  expect(await simulateOne(34, known)).toEqual(await simulateOne(34, known));
});

test('one fault is put at one place of a whole run, each kind in turn', () => {
  const kinds = Array.from({ length: 60 }, (_, seed) => [
    ...drawSingleFault(known, seed, new Random(seed)).network.at.values(),
  ]);
  expect(kinds.every((faults) => faults.length === 1)).toBe(true);
  expect(new Set(kinds.flat()).size).toBeGreaterThan(20);
});

function scenario(change: Partial<Scenario>): Scenario {
  return {
    ...drawSingleFault(known, 1, new Random(1)),
    network: { ...drawScenario(known, new Random(5)).network, at: new Map() },
    ...change,
  };
}

const endpoint = (name: string) => {
  const found = known.endpoints.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`there is no ${name}`);
  return found;
};

test('an invariant is broken where a right endpoint is blamed', async () => {
  const wrong = { ...endpoint('merges'), kind: 'variant' as const, killedBy: [], alsoBreaks: [] };
  const { broken } = await new Simulation(1, scenario({ endpoint: wrong, only: new Set(['REPLACE-02']) })).run();
  expect(broken).toContainEqual(expect.stringMatching(/variant merges is blamed for REPLACE-02/));
});

test('and where a wrong one is found to conform', () => {
  const disk = new MemoryFiles();
  disk.makeFolder('out');
  disk.open('out/result.json', 'anew').write(Buffer.from(JSON.stringify(makeResult({}))));
  const ended = { code: 0, disk, out: 'out', requests: 1, isUndisturbed: true };
  const wrong = brokenByRun({ ...ended, scenario: scenario({ endpoint: endpoint('merges') }) });
  expect(wrong).toEqual(['a wrong endpoint is conformant']);
  expect(brokenByRun({ ...ended, scenario: scenario({}) })).toEqual([]);
});

test('and where a server is left as the run had it, and nobody is told', async () => {
  const forgetful = {
    ...endpoint('embedded'),
    // Shows what it was given, and holds something else.
    behaviour: (): Partial<Behaviour> => ({
      save: (map, { server }) => {
        server.scratch.set('shown', map);
        server.metadata = { left: 'behind' };
      },
      load: ({ server }) => (server.scratch.get('shown') as Metadata | undefined) ?? server.metadata,
    }),
  };
  const { broken } = await new Simulation(1, scenario({ endpoint: forgetful, only: new Set(['KEY-03']) })).run();
  expect(broken).toContainEqual(expect.stringMatching(/is not as it was .* and nobody was told/));
});
