import type { Evidence } from '../contracts/evidence/events';
import type { Subject } from '../contracts/oracle/model';
import type { Profile } from '../contracts/profiles/profile';
import { Collector } from '../reports/collector/collector';
import { Observations } from '../reports/collector/observations';
import type { Report } from '../reports/formats/shared/report';
import { buildResult } from '../reports/result/result';
import { aggregate, reproducibleFailures } from '../reports/verdict/aggregate';
import type { Waivers } from '../reports/verdict/waivers';
import type { RunPlan } from '../suites/harness/run/run-plan';
import { runSession } from '../suites/harness/run-session';
import { TargetUnavailableError } from '../targets/http/errors';
import type { Target } from '../targets/http/target';
import type { JournalFile } from './journal-file';
import type { Machine } from './machine/machine';
import { Progress } from './progress';
import type { ReportsFolder } from './reports-folder';
import type { Given } from './settings';
import { suiteVersion } from './suite-version';

export interface RunOptions {
  readonly target: Target;
  readonly profile: Profile;
  readonly plan: RunPlan;
  readonly waived: Waivers;
  readonly given: Given;
  readonly journal: JournalFile | undefined;
  readonly machine: Machine;
}

/** Examines a target from beginning to end: shows how far it is, and writes the evidence down as it comes. */
export async function conductRun(options: RunOptions, folder: ReportsFolder): Promise<Report> {
  const { target, profile, plan, waived, given, journal, machine } = options;
  const progress = new Progress(machine.console);
  const collector = new Collector();
  const observations = new Observations();
  const strict = given.strict ?? false;
  let quota: Subject['quota'] = { limit: profile.limits.quota, source: 'assumed' };
  const emit = (evidence: Evidence) => {
    if (evidence.kind === 'run') quota = evidence.subject.quota;
    if (evidence.kind === 'preflight') quota = evidence.quota;
    folder.add(evidence);
    collector.add(evidence);
    observations.add(evidence);
    progress.add(evidence);
  };
  const { clock } = target.network;
  const began = clock.date();
  const signal = machine.interruption();
  const takeBack = machine.atExit(() => {
    folder.abandon();
    machine.console.err('no reports are written: the run was stopped before its end');
  });
  let notPutBack: string[];
  try {
    const failures = () => reproducibleFailures(collector, { profile, strict });
    notPutBack = await runSession({
      target,
      profile,
      plan,
      quota: given.quota,
      emit,
      signal,
      journal,
      failures,
      run: (session) => machine.runSuites(session),
    });
  } catch (error) {
    folder.abandon();
    if (!signal.aborted || !(error instanceof TargetUnavailableError)) throw error;
    throw new TargetUnavailableError('the run was cut short before its checks began, so there are no reports');
  } finally {
    takeBack();
    progress.end();
  }
  const isPutBack = notPutBack.length === 0;
  const result = buildResult(aggregate(collector, { profile, strict, waived, isRestored: isPutBack }), {
    target: target.url,
    profile: profile.name,
    effort: plan.effort.name,
    seed: plan.seed,
    strict,
    waived: [...(given.waive ?? [])],
    quota,
    suite: suiteVersion,
    began: began.toISOString(),
    seconds: Math.round((clock.date().getTime() - began.getTime()) / 10) / 100,
    notPutBack,
  });
  return { result, limits: profile.limits, observations };
}
