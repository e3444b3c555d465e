import { diffArrays } from 'diff';
import { useContext } from 'preact/hooks';
import { truncate } from '../../../contracts/text/truncate';
import { EscapedParts } from './escaped-text';
import { SizeBudgetContext } from './size-budget';

/** Characters of one text. */
const maxTextLength = 1_000;

/** Expected beside observed, with what differs marked. */
export function TextDiff({ expected, observed }: { readonly expected: string; readonly observed: string }) {
  const size = Math.min(maxTextLength, useContext(SizeBudgetContext).characters);
  const [one, other] = [truncate(expected, size), truncate(observed, size)];
  const found = diffTexts(one.text, other.text);
  return (
    <dl class="differences">
      <Side name="expected" changes={found} left={one.left} />
      <Side name="observed" changes={found} left={other.left} />
    </dl>
  );
}

interface SideProps {
  readonly name: 'expected' | 'observed';
  readonly changes: readonly TextChange[];
  readonly left: number;
}

function Side({ name, changes: all, left }: SideProps) {
  return (
    <div>
      <dt class={name}>{name}</dt>
      <dd class="wire">
        {all
          .filter(({ isIn }) => isIn === 'both' || isIn === name)
          .map(({ text, isIn }) =>
            isIn === 'both' ? (
              <EscapedParts text={text} />
            ) : (
              <mark class={name}>
                <EscapedParts text={text} />
              </mark>
            ),
          )}
        {left > 0 && <span class="left"> … {left.toLocaleString('en')} more</span>}
      </dd>
    </div>
  );
}

/** A run of text that both have, or only the one that was expected, or only the one that was observed. */
interface TextChange {
  readonly text: string;
  readonly isIn: 'both' | 'expected' | 'observed';
}

/**
 * The differences by words; by characters where most of a word is the same. The time grows with the square of the
 * differences.
 */
export function diffTexts(expected: string, observed: string): TextChange[] {
  const found = diffParts(wordsOf(expected), wordsOf(observed));
  return found.flatMap((change, place) => {
    const [before, after] = [found[place - 1], found[place + 1]];
    if (change.isIn === 'expected' && after?.isIn === 'observed') return refineByCharacter(change, after);
    return change.isIn === 'observed' && before?.isIn === 'expected' ? [] : [change];
  });
}

function refineByCharacter(one: TextChange, other: TextChange): TextChange[] {
  const [expected, observed] = [charactersOf(one.text), charactersOf(other.text)];
  const least = Math.min(expected.length, observed.length);
  const isAlike = Math.max(expected.length, observed.length) <= 3 * least;
  if (!isAlike) return [one, other];
  const found = diffParts(expected, observed);
  const common = found.reduce((sum, { text, isIn }) => sum + (isIn === 'both' ? charactersOf(text).length : 0), 0);
  return common >= 0.75 * least ? found : [one, other];
}

function diffParts(expected: string[], observed: string[]): TextChange[] {
  return diffArrays(expected, observed).map(({ added, removed, value }) => {
    return { text: value.join(''), isIn: added ? 'observed' : removed ? 'expected' : 'both' };
  });
}

/** Short words are compared whole, long ones, such as a value at its limit, by characters. */
function wordsOf(text: string): string[] {
  return text.match(/\\u\{[0-9A-F]+\}|(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,16}(?![\p{L}\p{N}])|./gsu) ?? [];
}

function charactersOf(text: string): string[] {
  return text.match(/\\u\{[0-9A-F]+\}|./gsu) ?? [];
}
