import { startReference } from '../targets/reference/reference';

/** The program of the endpoint's process. */
void startReference().then(({ close: _, ...told }) => process.send?.(told));
