import type { PeerTool } from '../../suites/proof/peers';

/** One endpoint, as a peer is told of it. */
export interface PeerEndpoint {
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
export interface Peer extends PeerTool {
  readonly name: string;
  /**
   * Gives each failure that it tells.
   *
   * @throws where it comes to no report.
   */
  examine(endpoint: PeerEndpoint): Promise<string[]>;
}

/**
 * Makes a peer ready that is installed.
 *
 * @param command what starts it.
 * @param folder where it may keep files of its own.
 */
export type StartPeer = (command: string, folder: string) => Promise<Peer>;
