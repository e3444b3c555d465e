import { answeredExamples } from './answered-examples';
import type { Example } from './example';
import { storedExamples } from './stored-examples';

/** Everything that our client relies on, as far as an example that holds for any target can show it. */
export const examples: readonly Example[] = [...storedExamples, ...answeredExamples];
