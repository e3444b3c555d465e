import type { ClauseId } from '../contracts/clauses';
import { ecs } from '../contracts/profiles/ecs';
import { Collector } from '../reports/collector/collector';
import { buildResult, type Result } from '../reports/result/result';
import { aggregate } from '../reports/verdict/aggregate';
import { reproducibleFailures } from '../reports/verdict/reproducible-failures';
import { noWaivers } from '../reports/verdict/waivers';
import { efforts } from '../suites/harness/run/run-plan';
import { runSession } from '../suites/harness/run-session';
import { openSample } from '../suites/mutation/in-memory-target';
import { type SampleEndpoint, sampleEndpoints } from '../suites/mutation/samples';

/** A mutant of each of these clauses is tested. */
const broken: readonly ClauseId[] = ['REPLACE-02', 'KEY-06', 'VALUE-06', 'VERSION-01', 'STATE-03', 'QUOTA-03'];

/** Results of real quick runs: the embedded endpoint first, then a mutant for each of some clauses. */
export async function realResults(): Promise<Result[]> {
  const known = sampleEndpoints().filter(({ isOfTransport }) => !isOfTransport);
  const mutants = broken.flatMap((clause) => known.find(({ killedBy }) => killedBy.includes(clause)) ?? []);
  const results: Result[] = [];
  for (const sample of [...known.slice(0, 1), ...mutants]) results.push(await resultOf(sample));
  return results;
}

/** The result of a real quick run in memory, by the profile ecs. */
export async function resultOf(sample: SampleEndpoint): Promise<Result> {
  const collector = new Collector();
  const { target, run, end } = await openSample(sample);
  await runSession({
    target,
    profile: ecs,
    plan: { effort: efforts.quick, seed: 1, corpus: [] },
    emit: (evidence) => collector.add(evidence),
    failures: () => reproducibleFailures(collector, { profile: ecs, strict: false }),
    run,
  }).finally(end);
  return buildResult(aggregate(collector, { profile: ecs, strict: false, waived: noWaivers }), {
    target: target.url,
    profile: ecs.name,
    effort: 'quick',
    seed: 1,
    strict: false,
    waived: [],
    quota: { limit: 128, source: 'asked' },
    suite: '0.0.0',
    began: '2026-01-01T00:00:00.000Z',
    seconds: 30,
    notPutBack: [],
  });
}

const day = 86_400_000;

/**
 * The runs of a fleet, one a day and target, made from a few results. The first one is without failures: a third of the
 * targets keeps to it, the others break and are mended in turn.
 */
export function* fleetResults(of: readonly Result[], targets: number, runs: number): Generator<Result> {
  const [good] = of;
  if (good === undefined) throw new RangeError('there is no result to make others from');
  const first = Date.parse('2026-01-01T02:00:00Z');
  for (let target = 0; target < targets; target += 1) {
    for (let run = 0; run < runs; run += 1) {
      const isBroken = target % 3 !== 0 && (target + run) % 12 >= 6;
      const result = isBroken ? (of[1 + (target % (of.length - 1))] ?? good) : good;
      const name = `region-${target + 1}`;
      const url = `https://ecs.${name}.example.com`;
      const began = new Date(first + run * day + target * 60_000).toISOString();
      yield { ...result, run: { ...result.run, target: url, targetName: name, began } };
    }
  }
}
