import type { Metadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Stores the good pairs of a refused request with the next one. The fault of a buffer that is emptied after a success alone. */
export default mutant('leaks-refused-pairs', () => {
  const buffer: Record<string, string> = {};
  return {
    killedBy: ['REPLACE-05'],
    // With more of them than the quota allows; with one that was there before, or is taken for one.
    alsoBreaks: ['ANSWER-01', 'REPLACE-02', 'REPLACE-07'],
    checkPairs: (raw, context) => {
      for (const [key, value] of Object.entries(raw)) {
        context.behaviour.checkKey(key, context);
        context.behaviour.checkValue(value, key, context);
        buffer[key] = String(value);
      }
      const collected = { ...buffer, ...(raw as Metadata) };
      for (const key of Object.keys(buffer)) delete buffer[key];
      return collected;
    },
  };
});
