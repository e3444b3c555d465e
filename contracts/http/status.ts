export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/**
 * Statuses that tell of the way to the target, or of its load, and never of the contract: too many requests, a
 * gateway without its backend, a service in maintenance.
 */
export function isUnavailable(status: number): boolean {
  return status === 408 || status === 429 || status === 502 || status === 503 || status === 504;
}

/**
 * Statuses after which a request may have been carried out or not: the target failed, or the way to it did. 501 says that
 * the target does not know the request.
 */
export function isIndeterminate(status: number): boolean {
  return isUnavailable(status) || (status >= 500 && status !== 501);
}

/** Statuses of a URI that is not served, whatever the request holds. */
export function isNotServed(status: number): boolean {
  return status === 404 || status === 405 || status === 501;
}
