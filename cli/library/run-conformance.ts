import type { Result } from '../../reports/result/result';
import { ConfigurationError } from '../../targets/errors';
import { prepareRun, runPrepared } from '../commands/run';
import { redactSecrets } from '../machine/known-secrets';
import { ReportsFolder } from '../output/reports-folder';
import { loadSettings } from '../settings/load-settings';
import type { Settings } from '../settings/settings';
import { validateSettings } from '../target/validate-settings';
import { withTarget } from '../target/with-target';
import { LibraryMachine } from './library-machine';
import { Listener } from './listener';
import { assertOptions, type ConformanceOptions, withOptionNames, withoutCommandOnly } from './options';

/**
 * Runs the suite against a target, or against the embedded endpoint. Prints nothing, and writes only into `out`. Resolves
 * when the servers are restored, whatever the verdict is.
 *
 * @throws {ConfigurationError} before anything is changed: an option, a file or the target is not as it must be. After the
 * run: the reports cannot be written.
 * @throws {TargetUnavailableError} before anything is changed: the target does not respond.
 * @throws the reason of `signal` when it aborts before the first check.
 * @throws the error of `onCheck` or `onEvidence`, when the servers are restored.
 */
export async function runConformance(options: ConformanceOptions = {}): Promise<Result> {
  const { signal, onCheck, onEvidence, environment = false, ...flags } = options;
  signal?.throwIfAborted();
  const listener = new Listener({ onCheck, onEvidence });
  const machine = new LibraryMachine({
    writesFiles: options.out !== undefined,
    readsEnvironment: environment,
    signal: signal === undefined ? listener.failed : AbortSignal.any([signal, listener.failed]),
  });
  try {
    assertOptions(options);
    return await conduct(loadOptions(flags, environment), machine, listener);
  } catch (error) {
    if (machine.leftovers.length === 0) {
      listener.throwError();
      signal?.throwIfAborted();
    }
    throw readable(error, machine.leftovers);
  }
}

async function conduct(settings: Settings, machine: LibraryMachine, listener: Listener): Promise<Result> {
  const { out } = settings;
  const prepared = await prepareRun(settings, machine.files);
  const reporters = [...(out === undefined ? [] : prepared.reporters), listener.reporter];
  let result: Result | undefined;
  await withTarget(settings, machine, async (target, given, journal) => {
    const folder = out === undefined ? undefined : new ReportsFolder(out, machine.files);
    result = await runPrepared({ ...prepared, reporters }, { target, given, journal, machine }, folder);
    return result.exitCode;
  });
  listener.throwError();
  if (result === undefined) throw new Error('the run ended without a result');
  return machine.leftovers.length === 0 ? result : withLeftovers(result, machine.leftovers);
}

/** @throws {ConfigurationError} for settings that do not fit together. */
function loadOptions(flags: Readonly<Record<string, unknown>>, environment: boolean): Settings {
  const settings = withoutCommandOnly(loadSettings('run', flags, environment ? process.env : {}));
  const { out, reporter, lastFailed, target, osCloud } = settings;
  if (out === undefined && (reporter !== undefined || lastFailed !== undefined)) {
    const name = reporter === undefined ? '--last-failed' : '--reporter';
    throw new ConfigurationError(`${name} has no effect without --out: add that, or leave it out`);
  }
  if (environment) return settings;
  // A command would look for a clouds.yaml now.
  if (target === undefined && osCloud === undefined) validateSettings(settings);
  return { ...settings, ignoresVariables: true };
}

/** A server that the run has created could not be deleted: that is known only after the result. */
function withLeftovers(result: Result, leftovers: readonly string[]): Result {
  const run = { ...result.run, notPutBack: leftovers };
  return result.exitCode === 0 ? { ...result, verdict: 'incomplete', exitCode: 3, run } : { ...result, run };
}

/** The error with the names of options, without secrets, and with the servers that are not as before. */
function readable(error: unknown, leftovers: readonly string[]): unknown {
  if (!(error instanceof Error)) return error;
  const message = [withOptionNames(redactSecrets(error.message)), ...leftovers].join('; ');
  if (error.stack !== undefined) error.stack = error.stack.replace(error.message, () => message);
  error.message = message;
  return error;
}
