export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/**
 * Statuses that show the state of the network or the load of the target, never the contract: too many requests, a
 * gateway without its backend, a service in maintenance.
 */
export function isUnavailable(status: number): boolean {
  return status === 408 || status === 429 || status === 502 || status === 503 || status === 504;
}

/**
 * Statuses after which the effect of a request is unknown: the target or the network failed. 501 is not one of them:
 * the target does not know the request.
 */
export function isIndeterminate(status: number): boolean {
  return isUnavailable(status) || (status >= 500 && status !== 501);
}

/** Statuses of a path that is not served, whatever the request contains. */
export function isNotServed(status: number): boolean {
  return status === 404 || status === 405 || status === 501;
}
