import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { defaultWidth, wrapText } from '../../reports/formats/console/wrap-text';
import { headline } from '../../reports/formats/shared/describe-verdict';
import type { Output, Report } from '../../reports/formats/shared/reporter';
import { fileNames } from '../../reports/result/file-names';
import { ConfigurationError } from '../../targets/errors';
import type { Console } from '../machine/console';
import type { Machine } from '../machine/machine';
import { addToCorpus } from './corpus-file';
import type { NamedReporter } from './load-reporters';
import type { ReportsFolder } from './reports-folder';

/**
 * Prints and writes the output of every reporter, and the verdict also without the reporter `console`: on the console first, before anything else can fail, then in the
 * folder, then on GitHub.
 *
 * @throws {ConfigurationError} where the folder cannot be written, and at the end for a user's reporter that failed.
 */
export function printReport(
  report: Report,
  reporters: readonly NamedReporter[],
  folder: ReportsFolder,
  machine: Machine,
): void {
  const { console, environment, files } = machine;
  const { result } = report;
  const { output, failure } = collectOutput(report, reporters);
  console.out(...output.lines);
  if (!reporters.some(({ name }) => name === 'console')) console.out(headline(result));
  const paths = folder.finish(output.files);
  const corpus = addToCorpus(folder.path, result, files);
  if (corpus !== undefined) paths.push(corpus);
  if (report.detail !== 'quiet') console.out(...describeFiles(paths, report.columns));
  printOnGitHub(output, environment, console);
  if (failure !== undefined) throw failure;
}

/** The path of the first file, then the names of the others: all are in one folder. */
function describeFiles([first = '', ...others]: readonly string[], columns = defaultWidth): string[] {
  const beside = others.length === 0 ? '' : `, and beside it ${others.map((path) => basename(path)).join(', ')}`;
  return wrapText(`${first}${beside}`, columns);
}

type WholeOutput = Required<Output>;

/** A user's reporter that fails takes no other output with it. */
function collectOutput(
  report: Report,
  reporters: readonly NamedReporter[],
): { output: WholeOutput; failure: ConfigurationError | undefined } {
  let output: WholeOutput = { files: {}, lines: [], annotations: [], stepSummary: '' };
  let failure: ConfigurationError | undefined;
  for (const { name, reporter, isOwn } of reporters) {
    try {
      const { files = {}, lines = [], annotations = [], stepSummary = '' } = reporter.onRunEnd(report);
      if (!isOwn) for (const file of Object.keys(files)) rejectFileName(file, name, output.files);
      output = {
        files: { ...output.files, ...files },
        lines: [...output.lines, ...lines],
        annotations: [...output.annotations, ...annotations],
        stepSummary: `${output.stepSummary}${stepSummary}`,
      };
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      failure ??= error;
    }
  }
  return { output, failure };
}

const reservedNames: readonly string[] = Object.values(fileNames);

/** @throws {ConfigurationError} for a name that leaves the folder or belongs to somebody else. */
function rejectFileName(file: string, reporter: string, taken: WholeOutput['files']): void {
  const isTaken = reservedNames.includes(file) || Object.hasOwn(taken, file);
  const reason = isTaken ? 'the name is taken' : 'a name has letters, digits, - and _, and dots in between';
  if (isTaken || !/^[\w-]+(\.[\w-]+)*$/.test(file)) {
    throw new ConfigurationError(`the reporter ${reporter} cannot write ${JSON.stringify(file)}: ${reason}`);
  }
}

/** In a workflow of GitHub: annotations, and the summary of the step. Elsewhere nothing. */
export function printOnGitHub(
  { annotations = [], stepSummary = '' }: Pick<Output, 'annotations' | 'stepSummary'>,
  env: NodeJS.ProcessEnv,
  console: Console,
): void {
  const { GITHUB_STEP_SUMMARY: path, GITHUB_ACTIONS: isWorkflow } = env;
  if (isWorkflow === 'true') console.annotate(...annotations);
  if (path === undefined || path === '' || stepSummary === '') return;
  try {
    appendFileSync(path, stepSummary);
  } catch (error) {
    // The run has ended and its reports are written: the verdict does not depend on this.
    console.err(`the summary ${path} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}
