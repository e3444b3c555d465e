import type { VmState } from '../../contracts/vm-states';
import type { Connection } from './agent';
import type { Network } from './transport';

/** Who is examined: an address, a project with its token, and the servers that the user named for it. */
export interface Target extends Connection {
  readonly network: Network;
  /** What stands before /v2 and /v2.1, without a slash at its end. */
  readonly url: string;
  readonly projectId: string;
  /** How its URIs are written: the preflight finds it out, and everything that is sent afterwards goes by it. */
  readonly uriForm: UriForm;
  /** The token that the run begins with. */
  readonly token: string;
  /** Gets new ones; without it the run ends with its token. */
  readonly tokenProvider?: TokenProvider;
  /** Active servers of the project. The suite replaces their metadata, and puts it back. */
  readonly serverIds: readonly string[];
  /** A second project, for the clauses about access. */
  readonly otherProjectId?: string;
  readonly otherToken?: string;
  readonly otherTokenProvider?: TokenProvider;
  readonly otherServerId?: string;
  readonly vmStates: VmStateOptions;
  /** Requests a second that all lanes together send at most. */
  readonly maxRate?: number;
  /** How long to wait for one answer, in milliseconds. */
  readonly timeout: number;
}

export interface UriForm {
  /** Whether the project stands in the URI, as the page has it. */
  hasProject: boolean;
}

/** How a server is brought into a vm_state; the first way that knows the state is taken. */
export interface VmStateOptions {
  /** Servers that the user has in given states already. */
  readonly fixed: Readonly<Partial<Record<VmState, string>>>;
  /** The user's own hook: POST `{"server_id", "vm_state"}`, answered with 204 (done) or 422 (cannot). */
  readonly hook?: string;
  /** Whether Nova's server actions may be used. */
  readonly actions: boolean;
  /** What a server may be resized to. */
  readonly resizeFlavor?: string;
  /** How long a change may take, in milliseconds. */
  readonly timeout: number;
}

/** Whoever gets the tokens of a project. All wires of a run share it. */
export interface TokenProvider {
  /** The one to call with now. */
  readonly token: string;
  /** Every one that there ever was, the last one last. */
  readonly tokens: readonly string[];
  /** What proves who it is. It goes to nobody but Keystone. */
  readonly secrets: readonly string[];
  /** The target has taken this token: where it refuses it later, it has expired. */
  markAccepted(token: string): void;
  wasAccepted(token: string): boolean;
  /**
   * Gets a new token where the one of now has little time left.
   *
   * @throws {TargetUnavailableError} where there is none to be had.
   */
  renewIfExpiring(): Promise<void>;
  /**
   * Gets a new token, unless that was done since this one was sent.
   *
   * @throws {TargetUnavailableError} where there is none to be had.
   */
  renew(spent: string): Promise<void>;
}
