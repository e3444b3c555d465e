/** The effect of a fault on an exchange of the compute API. */
export type FaultEffect =
  /** The request waits before it is handled. Milliseconds. */
  | { readonly kind: 'latency'; readonly duration: number }
  /** The request is not handled; the response is an error in Nova's form. */
  | { readonly kind: 'status'; readonly status: number }
  /** The connection is reset: before the request is handled, or after it, in place of the response. */
  | { readonly kind: 'drop'; readonly instead: 'request' | 'response' }
  /** The connection ends after so many bytes of the body. */
  | { readonly kind: 'truncate'; readonly bytes: number }
  /** The bytes of the body are spread over so many milliseconds. */
  | { readonly kind: 'slow-body'; readonly duration: number };

/** One fault of the mock, with the requests that meet it. */
export type Fault = FaultEffect & {
  /** As the user wrote it: `status=503:0.1`. */
  readonly text: string;
  /** The share of the requests, from 0 to 1. */
  readonly probability: number;
  /** Only the first requests of the compute API meet it. */
  readonly first?: number | undefined;
};
