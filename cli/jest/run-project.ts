import type { Test } from '@jest/test-result';
import type { OnTestFailure, OnTestStart, OnTestSuccess, TestWatcher } from 'jest-runner';
import type { CheckId } from '../../contracts/evidence/check-id';
import type { Evidence } from '../../contracts/evidence/events';
import { Collector } from '../../reports/collector/collector';
import { reproducibleFailures } from '../../reports/verdict/reproducible-failures';
import { checksOf, loadSuites, type Suite } from '../../suites/harness/dsl/check';
import { runFiles, type SuiteFile, suiteFiles } from '../../suites/harness/jest/run-files';
import {
  type DescribeCheck,
  describeOutcome,
  type NamedStatus,
  testName,
} from '../../suites/harness/jest/test-results';
import type { RunPlan } from '../../suites/harness/run/run-plan';
import { isNamed } from '../../suites/harness/run/selection';
import { realFiles } from '../machine/files';
import { addSecrets } from '../machine/known-secrets';
import { readCorpus } from '../output/corpus-file';
import { Bail } from '../session/bail';
import { conductSession } from '../session/conduct-session';
import { loadProfile } from '../settings/load-profile';
import { loadSettings } from '../settings/load-settings';
import { searchOptions } from '../settings/search-options';
import { defaultFolder, type Settings } from '../settings/settings';
import { withTarget } from '../target/with-target';
import { CheckStatuses, toLogText } from './check-statuses';
import { FileReports } from './file-reports';
import { JestMachine } from './jest-machine';

export interface ProjectRun {
  readonly tests: readonly Test[];
  readonly watcher: TestWatcher;
  /** `-t`: selects checks before a request is sent. */
  readonly testNamePattern?: string | undefined;
  /** `--bail`: 0 for none. Jest ends the process at once when it has so many failed tests. */
  readonly bail: number;
  readonly onStart: OnTestStart;
  readonly onResult: OnTestSuccess;
  readonly onFailure: OnTestFailure;
}

// While this module loads, Jest transforms what it imports. Later it would not.
loadSuites();

/** Runs the suites of some files against the target of the settings. Reports every file, also after an error. */
export async function runProject(run: ProjectRun): Promise<void> {
  const files = suiteFiles(run.tests);
  const reports = new FileReports(files, run);
  try {
    addSecrets(process.env);
    const settings = loadSettings('run', {}, process.env);
    const corpus = readCorpus(settings.out ?? defaultFolder, realFiles);
    const plan = select(files, searchOptions(settings, corpus), run.testNamePattern);
    const isEmpty = plan.only?.size === 0;
    await reports.end(isEmpty ? [] : await runSelected(files, plan, settings, run, reports));
  } catch (error) {
    await reports.fail(toLogText(error instanceof Error ? error.message : String(error)));
  }
}

/** Gives the statuses that belong to no check. */
async function runSelected(
  files: readonly SuiteFile[],
  plan: RunPlan,
  settings: Settings,
  { watcher, bail: most, onStart, onFailure }: ProjectRun,
  reports: FileReports,
): Promise<NamedStatus[]> {
  const profile = loadProfile(settings.profile ?? 'ecs');
  const strict = settings.strict ?? false;
  const collector = new Collector();
  let describe: DescribeCheck = describeOutcome;
  let rest: NamedStatus[] = [];
  const machine = new JestMachine(watcher, (session) =>
    runFiles(files, {
      session,
      describe: (ended) => describe(ended),
      onStart,
      onReport: (report) => reports.add(report),
      onFailure: async (test, error) => {
        reports.close(test);
        await onFailure(test, error);
      },
    }),
  );
  const bail = most > 0 ? new Bail(collector, { profile, strict, most, accepted: new Set() }) : undefined;
  try {
    const code = await withTarget(settings, machine, async (target, { quota }, journal) => {
      const statuses = new CheckStatuses(collector, { profile, strict, target: target.url });
      describe = (ended) => statuses.of(ended);
      const notRestored = await conductSession(
        { target, profile, plan, quota, journal, machine },
        {
          emit: (evidence: Evidence) => {
            collector.add(evidence);
            statuses.add(evidence);
          },
          failures: () => reproducibleFailures(collector, { profile, strict }),
          stopReason: () => bail?.reason(),
        },
      );
      rest = [...statuses.rest(), ...notRestored.map(notRestoredStatus)];
      return notRestored.length;
    });
    // The machine has printed what could not be deleted.
    if (code !== 0 && !rest.some(isRestoring)) rest = [...rest, notRestoredStatus('a created server is not deleted')];
  } finally {
    machine.close();
  }
  return rest;
}

const restoring = 'restores the servers';

const isRestoring = ({ name }: NamedStatus) => name === restoring;

function notRestoredStatus(complaint: string): NamedStatus {
  return { name: restoring, status: 'failed', message: toLogText(complaint) };
}

/** The plan for the checks in these files that the pattern selects. */
function select(files: readonly SuiteFile[], plan: RunPlan, testNamePattern: string | undefined): RunPlan {
  if (testNamePattern === undefined && files.length === loadSuites().length) return plan;
  const pattern = new RegExp(testNamePattern ?? '', 'i');
  const ids = files
    .flatMap(({ suite }) => declaredIn(suite))
    .filter((each) => isNamed(plan.only, each) && pattern.test(testName(each)))
    .map(({ id }) => id);
  return { ...plan, only: new Set<CheckId>(ids) };
}

function declaredIn(suite: Suite) {
  return [...checksOf(suite), ...suite.properties];
}
