import { startEndpoint } from '../targets/embedded/start-endpoint';

/** The program of the endpoint's process. */
void startEndpoint().then(({ close: _, ...told }) => process.send?.(told));
