import type { Evidence } from '../contracts/evidence';
import type { Subject } from '../contracts/oracle/state';
import type { Profile } from '../contracts/profile';
import { Collector } from '../reports/collector';
import { consoleReport } from '../reports/console-report';
import { resultOf } from '../reports/result';
import { summarize } from '../reports/summarize';
import { examine } from '../suites/harness/examine';
import type { Target } from '../targets/target';
import { addToCorpus, readCorpus } from './corpus-file';
import { HeldBefore } from './held-before';
import { interruption } from './interruption';
import { planOf } from './plan-of';
import { profileOf } from './profile-of';
import { Progress } from './progress';
import { replay } from './replay';
import { ReportsFolder } from './reports-folder';
import type { Given } from './settings';
import { suiteVersion } from './suite-version';
import { waivedClauses } from './waived';
import { withTarget } from './with-target';

/** Examines the target that the user named, or else the embedded endpoint. Gives the exit code. */
export async function run(given: Given): Promise<number> {
  const profile = profileOf(given.profile ?? 'ecs');
  const waived = waivedClauses(given.waive ?? []);
  return withTarget(given, (target, settings) => examined(settings, target, profile, waived));
}

async function examined(
  given: Given,
  target: Target,
  profile: Profile,
  waived: ReturnType<typeof waivedClauses>,
): Promise<number> {
  const out = given.out ?? 'conformance-report';
  const plan = planOf(given, readCorpus(out));
  if (plan.replay !== undefined) return replay(target, profile, plan, given);
  const folder = new ReportsFolder(out);
  const progress = new Progress(process.stderr);
  const held = new HeldBefore();
  const collector = new Collector();
  const strict = given.strict ?? false;
  let quota: Subject['quota'] = { limit: profile.limits.quota, source: 'assumed' };
  const emit = (evidence: Evidence) => {
    if (evidence.kind === 'run') quota = evidence.subject.quota;
    folder.add(evidence);
    collector.add(evidence);
    held.add(evidence);
    progress.add(evidence);
  };
  const began = new Date();
  const interrupt = interruption(() => held.lines());
  let notPutBack: string[];
  try {
    notPutBack = await examine({ target, profile, plan, quota: given.quota, emit, signal: interrupt.signal });
  } catch (error) {
    folder.abandon();
    throw error;
  } finally {
    progress.end();
    interrupt.end();
  }
  const summary = summarize(collector, { profile, strict, waived });
  const result = resultOf(summary, {
    target: target.url,
    profile: profile.name,
    effort: plan.effort.name,
    seed: plan.seed,
    strict,
    waived: [...(given.waive ?? [])],
    quota,
    suite: suiteVersion,
    began: began.toISOString(),
    seconds: Math.round((Date.now() - began.getTime()) / 10) / 100,
    notPutBack,
  });
  // What is found is told before anything else can fail.
  process.stdout.write(consoleReport(summary, target.url, strict, process.stdout.isTTY === true));
  process.stdout.write(
    `${target.url}, profile ${profile.name}, ${plan.effort.name} effort, seed ${plan.seed}, ${result.run.seconds} s\n`,
  );
  for (const complaint of notPutBack) process.stderr.write(`NOT PUT BACK: ${complaint}\n`);
  const files = folder.finish(result);
  const corpus = addToCorpus(out, summary);
  if (corpus !== undefined) files.push(corpus);
  process.stdout.write(`${files.join(', ')}\n`);
  return summary.exitCode;
}
