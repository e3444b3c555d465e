import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Evidence } from '../../contracts/evidence/events';
import { defaultReporters, isReporterName, reporterNames, reporters } from '../../reports/formats';
import type { Part } from '../../reports/formats/shared/line';
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
  let exported: unknown;
  try {
    exported = defaultExport(await importModule(resolve(path)));
  } catch (error) {
    throw new ConfigurationError(`--reporter ${path}: the module cannot be loaded: ${loadError(error)}`);
  }
  let reporter: Partial<Reporter> | null | undefined;
  try {
    reporter = create(exported);
  } catch (error) {
    throw new ConfigurationError(`--reporter ${path}: the reporter cannot be created: ${messageOf(error)}`);
  }
  if (typeof reporter?.onRunEnd === 'function') return reporter as Reporter;
  throw new ConfigurationError(
    `--reporter ${path}: ${wrongForm(exported, reporter)}: export a class, or a function that returns a reporter, as default; a reporter has the method onRunEnd (docs/reports.md has an example)`,
  );
}

/** The message of an import. Node adds this file, and leaves the line of a syntax error to the stack. */
function loadError(error: unknown): string {
  const { code, name, stack = '' } = error as NodeJS.ErrnoException;
  if (code === 'ERR_UNSUPPORTED_DIR_IMPORT') return 'it is a folder';
  const message = messageOf(error).replace(/ imported from \S+load-reporters\.[jt]s$/, '');
  const [, line] = name === 'SyntaxError' ? (/^\S+:(\d+)\n/.exec(stack) ?? []) : [];
  return line === undefined ? message : `${message} in line ${line}`;
}

function wrongForm(exported: unknown, reporter: unknown): string {
  if (reporter instanceof Promise) return 'its function returns a promise';
  if (typeof exported === 'function') return 'what it exports creates no reporter';
  return isModule(exported) ? 'it has no default export' : 'its default export is no reporter';
}

/** The namespace of a module without a default export. */
function isModule(exported: unknown): boolean {
  return Object.prototype.toString.call(exported) === '[object Module]';
}

/** A CommonJS module that was compiled from TypeScript holds its default export one level deeper. */
function defaultExport(module: unknown): unknown {
  const outer = (module as { default?: unknown }).default ?? module;
  return (outer as { default?: unknown }).default ?? outer;
}

function create(made: unknown): Partial<Reporter> | null | undefined {
  if (typeof made !== 'function') return made as Partial<Reporter> | null | undefined;
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

/** @throws {TypeError} for an output that cannot be written. */
function validated(output: Output): Output {
  if (output instanceof Promise) throw new TypeError('onRunEnd returns a promise: it must return the output itself');
  if (typeof output !== 'object' || output === null || Array.isArray(output)) {
    throw new TypeError('onRunEnd returns no object: return {} if there is nothing to write');
  }
  const { files = {}, lines = [], annotations = [], stepSummary = '' } = output;
  const notText = Object.entries(files).find(([, text]) => typeof text !== 'string');
  if (notText !== undefined) throw new TypeError(`the content of ${notText[0]} is not text`);
  if (!Array.isArray(lines) || !lines.every(isLine)) throw new TypeError('lines is not a list of texts');
  if (!Array.isArray(annotations)) throw new TypeError('annotations is not a list');
  if (typeof stepSummary !== 'string') throw new TypeError('stepSummary is not text');
  return output;
}

function isLine(line: unknown): boolean {
  const isPart = (part: Partial<Part> | null) => typeof part?.text === 'string' && Array.isArray(part.styles);
  return typeof line === 'string' || (Array.isArray(line) && line.every(isPart));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
