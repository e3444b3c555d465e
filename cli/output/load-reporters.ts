import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Evidence } from '../../contracts/evidence/events';
import { defaultReporters, isReporterName, reporterNames, reporters } from '../../reports/formats';
import type { Output, Report, Reporter } from '../../reports/formats/shared/reporter';
import { ConfigurationError } from '../../targets/errors';
import { nearest } from '../settings/nearest';

/** A reporter by the word that the user gave for it. */
export interface NamedReporter {
  readonly name: string;
  readonly reporter: Reporter;
  /** It is one of this suite, and no module of the user. */
  readonly isOwn: boolean;
}

type ImportModule = (path: string) => Promise<unknown>;

/**
 * The reporters that `--reporter` names; without it the default ones. `json` is always among them: `compare`, baselines
 * and `verify` read its file.
 *
 * @throws {ConfigurationError} for a word that is neither a name nor the path of a module with a reporter.
 */
export async function loadReporters(
  words: readonly string[] = defaultReporters,
  importModule: ImportModule = importFile,
): Promise<NamedReporter[]> {
  const names = [...new Set(words.includes('json') ? words : [...words, 'json'])];
  const loaded: NamedReporter[] = [];
  for (const name of names) {
    if (isReporterName(name)) loaded.push({ name, reporter: reporters[name](), isOwn: true });
    else if (!isPath(name)) throw unknownReporter(name);
    else {
      const inner = await load(name, importModule);
      loaded.push({ name, reporter: new GuardedReporter(name, inner), isOwn: false });
    }
  }
  return loaded;
}

function isPath(word: string): boolean {
  return /[/\\]|\.[cm]?js$/.test(word);
}

function unknownReporter(word: string): ConfigurationError {
  const close = nearest(word, reporterNames);
  const hint = close === undefined ? `the names are ${reporterNames.join(', ')}` : `did you mean ${close}?`;
  return new ConfigurationError(
    `--reporter ${word}: there is no such reporter, ${hint} (a module of your own begins with ./)`,
  );
}

const importFile: ImportModule = (path) => import(pathToFileURL(path).href);

async function load(path: string, importModule: ImportModule): Promise<Reporter> {
  try {
    const reporter = create(defaultExport(await importModule(resolve(path))));
    if (typeof reporter?.onRunEnd === 'function') return reporter;
  } catch (error) {
    throw new ConfigurationError(`--reporter ${path}: the module cannot be loaded: ${messageOf(error)}`);
  }
  throw new ConfigurationError(
    `--reporter ${path}: the default export must be a factory or a class of a reporter, which has onRunEnd`,
  );
}

/** A CommonJS module that was compiled from TypeScript holds its default export one level deeper. */
function defaultExport(module: unknown): unknown {
  const outer = (module as { default?: unknown }).default ?? module;
  return (outer as { default?: unknown }).default ?? outer;
}

function create(made: unknown): Partial<Reporter> & Reporter {
  if (typeof made !== 'function') return made as Reporter;
  const isClass = typeof made.prototype?.onRunEnd === 'function' || /^class\b/.test(`${made}`);
  return isClass ? Reflect.construct(made, []) : made();
}

/** A user's reporter. An error of it must not end a run whose servers are to be restored: `onRunEnd` throws it. */
class GuardedReporter implements Reporter {
  private failure: unknown;

  constructor(
    private readonly name: string,
    private readonly inner: Reporter,
  ) {}

  onEvidence(evidence: Evidence): void {
    if (this.failure !== undefined) return;
    try {
      this.inner.onEvidence?.(evidence);
    } catch (error) {
      this.failure = error ?? new Error('no reason');
    }
  }

  /** @throws {ConfigurationError} for whatever the module throws, and for an output that is none. */
  onRunEnd(report: Report): Output {
    try {
      if (this.failure !== undefined) throw this.failure;
      return validated(this.inner.onRunEnd(report));
    } catch (error) {
      throw new ConfigurationError(`the reporter ${this.name} failed: ${messageOf(error)}`);
    }
  }
}

function validated(output: Output): Output {
  if (typeof output !== 'object' || output === null) throw new TypeError('onRunEnd gives no object');
  if (output instanceof Promise) throw new TypeError('onRunEnd gives a promise, and not the output itself');
  const files = Object.entries(output.files ?? {});
  const notText = files.find(([, text]) => typeof text !== 'string');
  if (notText !== undefined) throw new TypeError(`the content of ${notText[0]} is not text`);
  return output;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
