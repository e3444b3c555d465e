import type { VmState } from '../contracts/vm-states';
import type { Connection } from './connection';
import type { Identity } from './identity/identity';
import type { Network } from './network';

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
  readonly identity?: Identity;
  /** Active servers of the project. The suite replaces their metadata, and puts it back. */
  readonly serverIds: readonly string[];
  /** A second project, for the clauses about access. */
  readonly otherProjectId?: string;
  readonly otherToken?: string;
  readonly otherIdentity?: Identity;
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
