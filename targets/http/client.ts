import { Credentials } from './credentials';
import type { RecordedExchange, RequestContext } from './message';
import { type Policy, pipeline, type Send } from './pipeline';
import { rateLimit } from './rate-limit';
import type { ResponseVerifier } from './response-verifier';
import { retry } from './retry';
import { type Attempt, createSendOnce } from './send-once';
import { createSendingState, type SendingState } from './sending-state';
import type { Target } from './target';
import type { Network } from './transport';

/** Sends requests to one target, over connections that are kept alive. */
export interface HttpClient {
  readonly network: Network;
  readonly send: Send;
  close(): void;
}

export interface ClientOptions {
  /** Shared with other clients, or one of its own by default. */
  readonly state?: SendingState;
  /** Receives each exchange, with secrets replaced, before its response is returned. */
  readonly record?: (exchange: RecordedExchange, context: RequestContext) => void;
  /** The start of the run, by the clock of the target; now by default. */
  readonly began?: number;
  readonly verifier?: ResponseVerifier;
  /** Policies around the retries, the outermost first. */
  readonly policies?: readonly Policy[];
}

/**
 * Opens a client: policies → retries → rate limit → credentials, transport and redaction.
 *
 * @throws {TargetUnavailableError} from `send`, if no response says anything about the target.
 */
export function openClient(
  target: Target,
  {
    state = createSendingState(target.network.clock, target.maxRate),
    record = () => undefined,
    began = target.network.clock.now(),
    verifier,
    policies = [],
  }: ClientOptions = {},
): HttpClient {
  const { network } = target;
  const transport = network.open(target);
  const credentials = new Credentials(target);
  const sendOnce = createSendOnce(target, transport, credentials, began);
  const attempt = pipeline<Attempt>(sendOnce, [rateLimit(state.rateLimiter)]);
  const send = pipeline(retry(attempt, { state, credentials, record, verifier }), policies);
  return { network, send, close: () => transport.close() };
}
