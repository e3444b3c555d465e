import type { ToolDescription } from '../../suites/mutation/other-tools';

/** One endpoint, as a peer is told of it. */
export interface ToolTarget {
  readonly url: string;
  readonly projectId: string;
  /** An active server of the project. */
  readonly serverId: string;
  readonly token: string;
  /** Pairs that a server may have, -1 for no limit. */
  readonly quota: number;
  /** Ends the run. */
  readonly signal: AbortSignal;
}

/** Another tool that examines endpoints. */
export interface OtherTool extends ToolDescription {
  readonly name: string;
  /**
   * Gives each failure that it tells.
   *
   * @throws where it comes to no report.
   */
  run(endpoint: ToolTarget): Promise<string[]>;
}

/**
 * Makes a peer ready that is installed.
 *
 * @param command what starts it.
 * @param folder where it may keep files of its own.
 */
export type StartTool = (command: string, folder: string) => Promise<OtherTool>;
