import type { Evidence } from '../../../contracts/evidence/events';
import type { Limits } from '../../../contracts/profiles/profile';
import type { Result } from '../../result/result';
import type { Annotation } from './annotation';
import type { Line } from './line';

/** How much the console shows. `quiet`: the failures and the verdict. `verbose`: each clause, and each request. */
export type Detail = 'quiet' | 'normal' | 'verbose';

/** A run that has ended, as a reporter gets it. */
export interface Report {
  readonly result: Result;
  /** The numbers of the profile. */
  readonly limits: Limits;
  /** Columns of the terminal; undefined where the output is no terminal. */
  readonly columns: number | undefined;
  readonly detail: Detail;
}

/** Everything that a reporter wants to be written. The command writes it. */
export interface Output {
  /** Text by file name. A name has no folder in it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines for standard output. */
  readonly lines?: readonly Line[];
  /** Shown in a GitHub workflow. */
  readonly annotations?: readonly Annotation[];
  /** Markdown for the summary of a step of a GitHub workflow. */
  readonly stepSummary?: string;
}

/**
 * Renders a run in one format. It writes nothing itself: a run then has one place that writes, and a reporter is tested
 * without a disk.
 */
export interface Reporter {
  /** Called for each event of the run, in order. Tokens are already replaced. */
  onEvidence?(evidence: Evidence): void;
  /** Called once, when the run has ended. */
  onRunEnd(report: Report): Output;
}
