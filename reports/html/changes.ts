import { diffArrays } from 'diff';

/** A run of text that both have, or only the one that was expected, or only the one that was observed. */
export interface Change {
  readonly text: string;
  readonly isIn: 'both' | 'expected' | 'observed';
}

/**
 * What differs, by words, as a reader takes them in; by characters where most of a word is the same. Takes time that
 * grows with the square of the differences.
 */
export function changes(expected: string, observed: string): Change[] {
  const found = changesOf(wordsOf(expected), wordsOf(observed));
  return found.flatMap((change, place) => {
    const [before, after] = [found[place - 1], found[place + 1]];
    if (change.isIn === 'expected' && after?.isIn === 'observed') return finer(change, after);
    return change.isIn === 'observed' && before?.isIn === 'expected' ? [] : [change];
  });
}

function finer(one: Change, other: Change): Change[] {
  const [expected, observed] = [charactersOf(one.text), charactersOf(other.text)];
  const least = Math.min(expected.length, observed.length);
  const isAlike = Math.max(expected.length, observed.length) <= 3 * least;
  if (!isAlike) return [one, other];
  const found = changesOf(expected, observed);
  const common = found.reduce((sum, { text, isIn }) => sum + (isIn === 'both' ? charactersOf(text).length : 0), 0);
  return common >= 0.75 * least ? found : [one, other];
}

function changesOf(expected: string[], observed: string[]): Change[] {
  return diffArrays(expected, observed).map(({ added, removed, value }) => {
    return { text: value.join(''), isIn: added ? 'observed' : removed ? 'expected' : 'both' };
  });
}

/** Short words are compared whole; of a long one, such as a value at its limit, single characters tell. */
function wordsOf(text: string): string[] {
  return text.match(/\\u\{[0-9A-F]+\}|(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,16}(?![\p{L}\p{N}])|./gsu) ?? [];
}

function charactersOf(text: string): string[] {
  return text.match(/\\u\{[0-9A-F]+\}|./gsu) ?? [];
}
