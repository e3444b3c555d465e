import type { ToolDescription } from '../../suites/mutation/other-tools';

/** One endpoint, as another tool needs it. */
export interface ToolTarget {
  readonly url: string;
  readonly projectId: string;
  /** An active server of the project. */
  readonly serverId: string;
  readonly token: string;
  /** The most pairs of a server; -1 for no limit. */
  readonly quota: number;
  /** Ends the run. */
  readonly signal: AbortSignal;
}

/** Another tool that tests endpoints. */
export interface OtherTool extends ToolDescription {
  readonly name: string;
  /**
   * Runs the tool, and returns its failures.
   *
   * @throws if the tool has no report.
   */
  run(endpoint: ToolTarget): Promise<string[]>;
}

/**
 * Prepares an installed tool.
 *
 * @param command starts the tool.
 * @param folder for its files.
 */
export type StartTool = (command: string, folder: string) => Promise<OtherTool>;
