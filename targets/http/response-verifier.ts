import type { HttpRequest, RecordedExchange } from './message';

/** Sends control requests to find out whether a doubtful response is the target's own. */
export interface ResponseVerifier {
  /** True if the target was seen at least once to send such a response to such a request on purpose. */
  wasConfirmed(request: HttpRequest, exchange: RecordedExchange): boolean;
  /** True if that was seen so often that no further control request is needed. */
  isConfirmed(request: HttpRequest, exchange: RecordedExchange): boolean;
  /** True if the target was seen to send bodies that are not JSON for requests of different kinds. */
  readonly returnsHtmlRegularly: boolean;
  /** Returns the reason why the response is not the target's own; undefined if it is. */
  verify(request: HttpRequest, exchange: RecordedExchange): Promise<string | undefined>;
  /** True if the response contradicts the known facts about the caller or the server. */
  contradictsKnownState(request: HttpRequest, exchange: RecordedExchange): boolean;
  /** Resolves to true if the target still accepts the token of this caller for another request. */
  isTokenValid(request: HttpRequest): Promise<boolean>;
}
