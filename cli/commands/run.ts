import { join } from 'node:path';
import type { ClauseId } from '../../contracts/clauses';
import type { Evidence } from '../../contracts/evidence/events';
import type { Subject } from '../../contracts/oracle/model';
import type { Profile } from '../../contracts/profiles/profile';
import { Collector } from '../../reports/collector/collector';
import type { Report } from '../../reports/formats/shared/reporter';
import { buildResult, type Result, type RunFacts } from '../../reports/result/result';
import { aggregate } from '../../reports/verdict/aggregate';
import { applyBaseline } from '../../reports/verdict/baseline';
import { reproducibleFailures } from '../../reports/verdict/reproducible-failures';
import type { Waivers } from '../../reports/verdict/waivers';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { namedClauses, selectedClauses } from '../../suites/harness/run/selection';
import { ConfigurationError, TargetUnavailableError } from '../../targets/errors';
import type { Target } from '../../targets/http/target';
import { JournalFile } from '../journal/journal-file';
import type { Machine } from '../machine/machine';
import { suiteVersion } from '../machine/package-file';
import type { NamedReporter } from '../output/load-reporters';
import { printReport } from '../output/print-report';
import { Progress } from '../output/progress';
import { ReportsFolder } from '../output/reports-folder';
import { Bail } from '../session/bail';
import { conductSession } from '../session/conduct-session';
import { unsettledFailures } from '../session/last-failed';
import { type PreparedRun, prepareRun } from '../session/prepare-run';
import type { Settings } from '../settings/settings';
import { defaultFolder } from '../settings/settings';
import { validateTarget } from '../target/build-target';
import { confirm } from '../target/confirm';
import { withTarget } from '../target/with-target';
import { buildSecondTarget, runAgainst } from './against';
import { listAsJson, listAsText } from './list';
import { replay } from './replay';

/** Runs the suite against the target of the settings, or against the embedded endpoint. Gives the exit code. */
export async function run(given: Settings, machine: Machine): Promise<number> {
  const { network } = machine;
  const out = given.out ?? defaultFolder;
  const prepared = await prepareRun(given, machine.files);
  const { plan, profile } = prepared;
  if (given.list === true) {
    validateTarget(given);
    machine.console.out(...(given.json === true ? listAsJson(plan) : listAsText(plan, machine.console.columns)));
    return 0;
  }
  if (plan.shard !== undefined && given.seed === undefined) {
    throw new ConfigurationError(
      '--shard needs --seed, because all shards must generate the same inputs: give the same number to each shard',
    );
  }
  return withTarget(given, machine, async (target, settings, journal) => {
    if (given.against !== undefined) {
      const other = buildSecondTarget(settings, given.against, network);
      await confirm(other, given, machine.console);
      const journals = [journal, new JournalFile(join(out, 'journal-against.jsonl'), other, machine)] as const;
      return runAgainst({ target, other, profile, plan, quota: settings.quota, journals, machine });
    }
    const { replay: asked } = plan;
    if (asked !== undefined) {
      const { quota } = settings;
      return replay({ target, profile, plan: { ...plan, replay: asked }, quota, journal, machine });
    }
    if (plan.shard !== undefined && journal === undefined) {
      throw new ConfigurationError(
        '--shard needs --target, because each shard would test an embedded endpoint of its own: serve starts one for all',
      );
    }
    const folder = new ReportsFolder(out, machine.files);
    const { exitCode } = await runPrepared(prepared, { target, given: settings, journal, machine }, folder);
    return exitCode;
  });
}

/** Runs the suite. Prints and writes the reports where there is a folder for them. */
export async function runPrepared(
  { baseline, ...prepared }: PreparedRun,
  context: Pick<RunToReportOptions, 'target' | 'given' | 'journal' | 'machine'>,
  folder: ReportsFolder | undefined,
): Promise<Result> {
  const { machine } = context;
  const today = machine.network.clock.date().toISOString().slice(0, 10);
  const accepted = baseline?.filter(({ expires }) => today <= expires).map(({ clause }) => clause);
  const found = await runToReport({ ...prepared, ...context, accepted }, folder);
  const result = baseline === undefined ? found.result : applyBaseline(found.result, baseline, today);
  if (folder !== undefined) printReport({ ...found, result }, prepared.reporters, folder, machine);
  return result;
}

/** The part of the checks to which the user limited the run. */
function selectionOf({ only, shard }: RunPlan, { clause }: Settings): Pick<RunFacts, 'selected' | 'shard'> {
  if (shard !== undefined) {
    const { index, count, selected } = shard;
    return { shard: { index, count }, ...(selected && { selected }) };
  }
  return only === undefined ? {} : { selected: clause ?? [...only] };
}

export interface RunToReportOptions {
  readonly target: Target;
  readonly profile: Profile;
  readonly plan: RunPlan;
  readonly waived: Waivers;
  readonly given: Settings;
  readonly journal: JournalFile | undefined;
  readonly machine: Machine;
  readonly reporters: readonly NamedReporter[];
  /** Known failures of a baseline that have not expired. */
  readonly accepted?: readonly ClauseId[] | undefined;
}

/** A whole run: shows the progress, writes the evidence into the folder, and gives the report. */
export async function runToReport(options: RunToReportOptions, folder: ReportsFolder | undefined): Promise<Report> {
  const { target, profile, plan, waived, given, journal, machine, reporters, accepted } = options;
  const { clock } = target.network;
  const detail = given.quiet ? 'quiet' : given.verbose ? 'verbose' : 'normal';
  const progress = new Progress({ console: machine.console, clock, detail, maxRate: given.maxRate });
  const collector = new Collector();
  const strict = given.strict ?? false;
  let quota: Subject['quota'] = { limit: profile.limits.quota, source: 'assumed' };
  const emit = (evidence: Evidence) => {
    if (evidence.kind === 'run') quota = evidence.subject.quota;
    if (evidence.kind === 'preflight') quota = evidence.quota;
    folder?.add(evidence);
    collector.add(evidence);
    for (const { reporter } of reporters) reporter.onEvidence?.(evidence);
    progress.add(evidence);
  };
  const began = clock.date();
  const takeBack = machine.atExit(() => {
    folder?.abandon();
    machine.console.err('no reports are written: the run was stopped');
  });
  let notPutBack: string[];
  try {
    const failures = () => reproducibleFailures(collector, { profile, strict });
    const bail = given.bail
      ? new Bail(collector, { profile, strict, most: given.bail, accepted: new Set(accepted) })
      : undefined;
    const stopReason = () => bail?.reason();
    const session = { target, profile, plan, quota: given.quota, journal, machine };
    const ended = () => {
      takeBack();
      progress.end();
    };
    notPutBack = await conductSession(session, { emit, failures, stopReason, ended });
  } catch (error) {
    folder?.abandon();
    if (!machine.abortSignal().aborted || !(error instanceof TargetUnavailableError)) throw error;
    throw new TargetUnavailableError('the run was interrupted before its checks began, so there are no reports');
  }
  const isPutBack = notPutBack.length === 0;
  const selected = plan.only && (given.lastFailed ? namedClauses(plan.only) : selectedClauses(plan.only));
  const summary = aggregate(collector, { profile, strict, waived, selected, isRestored: isPutBack });
  const isPartial = selected !== undefined || summary.leftOut !== undefined;
  const failedBefore = folder ? unsettledFailures(folder.path, machine.files, summary, isPartial) : [];
  const result = buildResult(summary, {
    target: target.url,
    ...(given.targetName === undefined ? {} : { targetName: given.targetName }),
    ...(given.targetVersion === undefined ? {} : { targetVersion: given.targetVersion }),
    profile: profile.name,
    effort: plan.effort.name,
    seed: plan.seed,
    strict,
    waived: [...(given.waive ?? [])],
    ...selectionOf(plan, given),
    ...(failedBefore.length > 0 && { failedBefore }),
    quota,
    suite: suiteVersion,
    began: began.toISOString(),
    seconds: Math.round((clock.date().getTime() - began.getTime()) / 10) / 100,
    notPutBack,
  });
  return { result, limits: profile.limits, columns: machine.console.columns, detail };
}
