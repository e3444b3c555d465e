import { join } from 'node:path';
import { truncate } from '../../contracts/text/truncate';
import { type Line, line, painted } from '../../reports/formats/shared/line';
import { readFleetFile, rejectedVariables } from '../fleet/fleet-file';
import { type ExitCode, outputLog, runTarget, type TargetOutcome } from '../fleet/run-target';
import type { Machine } from '../machine/machine';
import { nearest } from '../settings/nearest';

export interface FleetOptions {
  /** The path of the fleet file. */
  readonly file: string;
  /** The names of the targets to run; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** The folder of the reports. */
  readonly out: string;
}

/**
 * Runs the suite against every target of a fleet file, one after the other. A failure of one target does not stop the
 * others; Ctrl-C does, after the servers of the running one are restored. Gives the worst exit code.
 *
 * @throws {ConfigurationError} for a file that cannot be read.
 */
export async function fleet({ file, only, out }: FleetOptions, machine: Machine): Promise<number> {
  const { console, environment } = machine;
  const { targets, problems: inFile } = readFleetFile(file);
  const names = targets.map(({ name }) => name);
  const problems = [...inFile, ...rejectedVariables(environment), ...unknownNames(only ?? [], names)];
  if (problems.length > 0) {
    console.err(...problems.map((problem) => `error: ${problem}`));
    return 2;
  }
  const signal = machine.abortSignal();
  const outcomes: TargetOutcome[] = [];
  for (const target of targets) {
    if (only !== undefined && !only.includes(target.name)) continue;
    if (signal.aborted) {
      outcomes.push({ name: target.name, exitCode: 3, words: 'not run', failed: undefined, seconds: 0 });
      continue;
    }
    const outcome = await runTarget(target, out, machine);
    outcomes.push(outcome);
    console.err(`${outcome.name}: ${outcome.words}, ${outcome.seconds} s`);
  }
  console.out(...renderTable(outcomes), `reports: ${join(out, 'NAME')}, where ${outputLog} has the output of the run`);
  return worstExitCode(outcomes);
}

function unknownNames(only: readonly string[], names: readonly string[]): string[] {
  return only
    .filter((name) => !names.includes(name))
    .map((name) => {
      const likely = nearest(name, names);
      return `--only ${name}: the file has no such target${likely === undefined ? '' : `, did you mean ${likely}?`}`;
    });
}

const worstFirst: readonly ExitCode[] = [4, 2, 1, 3, 0];

export function worstExitCode(outcomes: readonly Pick<TargetOutcome, 'exitCode'>[]): ExitCode {
  return worstFirst.find((code) => outcomes.some(({ exitCode }) => exitCode === code)) ?? 0;
}

/** Characters of a cell of the table. */
const longestWords = 60;
const clausesShown = 4;

function renderTable(outcomes: readonly TargetOutcome[]): Line[] {
  const rows = outcomes.map(({ name, words, failed, seconds, exitCode }) => ({
    exitCode,
    cells: [name, shorten(words), describeFailed(failed), `${seconds} s`, `${exitCode}`],
  }));
  const head = ['target', 'verdict', 'failed clauses', 'time', 'exit'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)),
  );
  const pad = (cells: readonly string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  return [
    painted(pad(head).join('  ').trimEnd(), 'bold'),
    ...rows.map(({ exitCode, cells }) => {
      const [name = '', verdict = '', ...others] = pad(cells);
      return line`${name}  ${painted(verdict, exitCode === 0 ? 'green' : exitCode === 3 ? 'yellow' : 'red')}  ${others.join('  ').trimEnd()}`;
    }),
  ];
}

function shorten(words: string): string {
  const { text, left } = truncate(words, longestWords);
  return left > 0 ? `${text}…` : text;
}

function describeFailed(failed: readonly string[] | undefined): string {
  if (failed === undefined) return '';
  const more = failed.length > clausesShown ? ` and ${failed.length - clausesShown} more` : '';
  return `${failed.slice(0, clausesShown).join(', ')}${more}`;
}
