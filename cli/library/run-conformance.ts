import type { Evidence } from '../../contracts/evidence/events';
import type { Reporter } from '../../reports/formats/shared/reporter';
import type { Result } from '../../reports/result/result';
import { prepareRun, runPrepared } from '../commands/run';
import { ConfigurationError } from '../machine/configuration-error';
import { redactSecrets } from '../machine/known-secrets';
import { ReportsFolder } from '../output/reports-folder';
import { loadSettings } from '../settings/load-settings';
import type { Settings } from '../settings/settings';
import { validateSettings } from '../target/validate-settings';
import { withTarget } from '../target/with-target';
import { LibraryMachine } from './library-machine';
import { assertOptions, type ConformanceOptions, withOptionNames, withoutCommandOnly } from './options';

/**
 * Runs the suite against a target, or against the embedded endpoint. Prints nothing, and writes only into `out`. Resolves
 * when the servers are restored, whatever the verdict is.
 *
 * @throws {ConfigurationError} before anything is changed: an option, a file or the target is not as it must be.
 * @throws {TargetUnavailableError} before anything is changed: the target does not respond.
 * @throws the reason of `signal` when it aborts before the first check.
 * @throws the error of `onCheck` or `onEvidence`, when the servers are restored.
 */
export async function runConformance(options: ConformanceOptions = {}): Promise<Result> {
  const { signal } = options;
  signal?.throwIfAborted();
  try {
    return await conduct(options);
  } catch (error) {
    signal?.throwIfAborted();
    throw readable(error);
  }
}

async function conduct(options: ConformanceOptions): Promise<Result> {
  const { signal, onCheck, onEvidence, environment = false, ...flags } = options;
  assertOptions(options);
  const settings = loadOptions(flags, environment);
  const { out } = settings;
  const listener = new Listener(options);
  const machine = new LibraryMachine({
    writesFiles: out !== undefined,
    readsEnvironment: environment,
    signal: signal === undefined ? listener.failed : AbortSignal.any([signal, listener.failed]),
  });
  const prepared = await prepareRun(settings, machine.files);
  const reporters = [...(out === undefined ? [] : prepared.reporters), listener.reporter];
  let result: Result | undefined;
  const exitCode = await withTarget(settings, machine, async (target, given, journal) => {
    const folder = out === undefined ? undefined : new ReportsFolder(out, machine.files);
    result = await runPrepared({ ...prepared, reporters }, { target, given, journal, machine }, folder);
    return result.exitCode;
  }).finally(() => listener.throwError());
  if (result === undefined) throw new Error('the run ended without a result');
  return exitCode === result.exitCode ? result : withLeftovers(result, machine.messages);
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

/** Hands the events to the program. Its first error ends the run, and is thrown when the servers are restored. */
class Listener {
  readonly reporter = {
    name: 'onEvidence',
    isOwn: true,
    reporter: { onEvidence: (evidence) => this.add(evidence), onRunEnd: () => ({}) } satisfies Reporter,
  };
  private readonly controller = new AbortController();
  private error: { readonly thrown: unknown } | undefined;

  constructor(private readonly options: Pick<ConformanceOptions, 'onCheck' | 'onEvidence'>) {}

  /** Aborts when the program has thrown. */
  get failed(): AbortSignal {
    return this.controller.signal;
  }

  throwError(): void {
    if (this.error !== undefined) throw this.error.thrown;
  }

  private add(evidence: Evidence): void {
    if (this.error !== undefined) return;
    try {
      this.options.onEvidence?.(evidence);
      if (evidence.kind === 'check') this.options.onCheck?.(evidence);
    } catch (thrown) {
      this.error = { thrown };
      this.controller.abort();
    }
  }
}

/** A server that the run has created could not be deleted: that is known only after the result. */
function withLeftovers(result: Result, messages: readonly string[]): Result {
  const notPutBack = messages.filter((message) => message.startsWith('NOT PUT BACK: '));
  return {
    ...result,
    verdict: 'incomplete',
    exitCode: 3,
    run: { ...result.run, notPutBack: [...result.run.notPutBack, ...notPutBack] },
  };
}

/** The error with the names of options, and without secrets. */
function readable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const message = withOptionNames(redactSecrets(error.message));
  if (message === error.message) return error;
  if (error.stack !== undefined) error.stack = error.stack.replace(error.message, () => message);
  error.message = message;
  return error;
}
