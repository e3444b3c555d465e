import { realClock } from '../http/clock';
import { createEndpoint, describeEndpoint, type EndpointDescription, type EndpointOptions } from './endpoint';
import { listenOnLoopback, sendResponse } from './http-server';

export interface StartOptions extends EndpointOptions {
  /** 0, the default, selects a free port. */
  readonly port?: number;
}

/** A running embedded endpoint, with the values that a run needs. */
export interface RunningEndpoint extends EndpointDescription {
  close(): Promise<void>;
}

/**
 * Starts the embedded endpoint on loopback: a compliant implementation of the API.
 *
 * @throws the error of Node for a port that cannot be opened (`EADDRINUSE`).
 */
export async function startEndpoint({ port = 0, ...options }: StartOptions = {}): Promise<RunningEndpoint> {
  const endpoint = createEndpoint(realClock, options);
  const { url, close } = await listenOnLoopback(port, async (request, response) => {
    sendResponse(request, await endpoint.respond(request), response);
  });
  return { ...describeEndpoint(url), close };
}
