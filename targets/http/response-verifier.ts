import type { HttpRequest, RecordedExchange } from './message';

/** Sends control requests to find out whether a doubtful response is the target's own. */
export interface ResponseVerifier {
  /** Whether the target was seen at least once to send such a response to such a request on purpose. */
  wasConfirmed(request: HttpRequest, exchange: RecordedExchange): boolean;
  /** Whether that was seen so often that no further control request is needed. */
  isConfirmed(request: HttpRequest, exchange: RecordedExchange): boolean;
  /** Whether the target was seen to send bodies that are not JSON for requests of different kinds. */
  readonly returnsHtmlRegularly: boolean;
  /** Why the response is not the target's own; undefined if it is. */
  verify(request: HttpRequest, exchange: RecordedExchange): Promise<string | undefined>;
  /** Whether the response contradicts what is known about the caller or the server. */
  contradictsKnownState(request: HttpRequest, exchange: RecordedExchange): boolean;
  /** Whether the target still accepts the token of this caller for another request. */
  isTokenValid(request: HttpRequest): Promise<boolean>;
}
