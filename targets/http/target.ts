import type { VmState } from '../../contracts/vm-states';
import type { Connection } from './agent';
import type { Network } from './transport';

/** The endpoint under test: its URL, a project with its token, and the servers of the user. */
export interface Target extends Connection {
  readonly network: Network;
  /** The part of the URL before /v2 and /v2.1, without a slash at the end. */
  readonly url: string;
  readonly projectId: string;
  /** The form of its URIs. The preflight sets it; every later request uses it. */
  readonly uriForm: UriForm;
  /** The token at the start of the run. */
  readonly token: string;
  /** Renews the token. Without a provider the run ends when the token expires. */
  readonly tokenProvider?: TokenProvider;
  /** Active servers of the project. The suite replaces their metadata, and restores it at the end. */
  readonly serverIds: readonly string[];
  /** A second project, for the clauses about access. */
  readonly otherProjectId?: string;
  readonly otherToken?: string;
  readonly otherTokenProvider?: TokenProvider;
  readonly otherServerId?: string;
  readonly vmStates: VmStateOptions;
  /** The most requests per second, over all workers. */
  readonly maxRate?: number;
  /** How long to wait for one response, in milliseconds. */
  readonly timeout: number;
}

interface UriForm {
  /** True if the URI contains the project id, as on the page. */
  hasProject: boolean;
}

/** How servers are brought into a vm_state: a fixed server first, then the hook, then server actions. */
export interface VmStateOptions {
  /** Servers of the user that are in these states already. */
  readonly fixed: Readonly<Partial<Record<VmState, string>>>;
  /** URL of the user's hook: POST `{"server_id", "vm_state"}`. It responds 204 (done) or 422 (not possible). */
  readonly hook?: string;
  /** True if Nova's server actions may be used. */
  readonly actions: boolean;
  /** The flavor for the server action `resize`. */
  readonly resizeFlavor?: string;
  /** How long a change may take, in milliseconds. */
  readonly timeout: number;
}

/** Supplies the tokens of one project. All clients of a run share it. */
export interface TokenProvider {
  /** The current token. */
  readonly token: string;
  /** All tokens of the run, the current one last. */
  readonly tokens: readonly string[];
  /** The credentials for Keystone. They are sent to no other host. */
  readonly secrets: readonly string[];
  /** Records that the target accepted this token. If the target rejects it later, the token has expired. */
  markAccepted(token: string): void;
  wasAccepted(token: string): boolean;
  /**
   * Renews the token if it expires soon.
   *
   * @throws {TargetUnavailableError} if there is no new token.
   */
  renewIfExpiring(): Promise<void>;
  /**
   * Renews the token, unless it was renewed after `spent` was sent.
   *
   * @throws {TargetUnavailableError} if there is no new token.
   */
  renew(spent: string): Promise<void>;
}
