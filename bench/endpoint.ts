import { startEndpoint } from '../targets/embedded/start-endpoint';

/** The program of the process that `startEndpointProcess` starts. */
void startEndpoint().then(({ close: _, ...endpoint }) => process.send?.(endpoint));
