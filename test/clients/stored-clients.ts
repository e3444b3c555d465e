import type { ClientError, Outcome } from './outcome';
import type { Operation } from './scenarios';

/** The content of `docs/clients.json`. */
export interface StoredClients {
  /** By the name of the client. */
  readonly clients: Readonly<Record<string, StoredClient>>;
  /** By the name of the implementation, then of the client. */
  readonly implementations: Readonly<Record<string, Readonly<Record<string, StoredVerification>>>>;
}

interface StoredClient {
  readonly version: string;
  /** By the id of the scenario. */
  readonly results: Readonly<Record<string, StoredResult>>;
}

export interface StoredResult {
  readonly outcome: Outcome;
  readonly operation?: Operation;
  readonly call?: string;
  /** To the compute API, in their order. */
  readonly requests: readonly StoredRequest[];
  readonly error?: ClientError;
  /** True if the message to the user contains the message of the API. */
  readonly hasApiMessage?: boolean;
}

export interface StoredRequest {
  readonly method: string;
  /** With `{project_id}` and `{server_id}`. */
  readonly path: string;
  /** At most 200 characters. */
  readonly body: string;
  readonly status: number;
}

/** The interactions of a contract, verified against one implementation. */
export interface StoredVerification {
  readonly passed: number;
  readonly failed: readonly StoredInteraction[];
  readonly notVerified: readonly StoredInteraction[];
}

interface StoredInteraction {
  readonly description: string;
  readonly reason: string;
}
