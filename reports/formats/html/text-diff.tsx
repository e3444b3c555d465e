import { diffArrays } from 'diff';
import { useContext } from 'preact/hooks';
import { longCountNoun } from '../../../contracts/text/count-noun';
import { truncate } from '../../../contracts/text/truncate';
import { EscapedParts } from './escaped-text';
import { SizeBudgetContext } from './size-budget';

/** Characters of one text. */
const maxTextLength = 1_000;

/** Characters of a clipped text before its first difference. */
const contextLength = 60;

/** Expected beside observed, with the differences marked. A long text is clipped around the first one. */
export function TextDiff({ expected, observed }: { readonly expected: string; readonly observed: string }) {
  const size = Math.min(maxTextLength, useContext(SizeBudgetContext).characters);
  const found = diffTexts(expected, observed);
  return (
    <dl class="differences">
      <Side name="expected" side={clipSide(found, 'expected', size)} />
      <Side name="observed" side={clipSide(found, 'observed', size)} />
    </dl>
  );
}

function Side({
  name,
  side: { before, parts, after },
}: {
  readonly name: 'expected' | 'observed';
  readonly side: ClippedSide;
}) {
  return (
    <div>
      <dt class={name}>{name}</dt>
      <dd class="wire">
        {before > 0 && <span class="left">{longCountNoun(before, 'equal character')} … </span>}
        {parts.map(({ text, isIn }) =>
          isIn === 'both' ? (
            <EscapedParts text={text} />
          ) : (
            <mark class={name}>
              <EscapedParts text={text} />
            </mark>
          ),
        )}
        {after > 0 && <span class="left"> … {longCountNoun(after, 'more character')}</span>}
      </dd>
    </div>
  );
}

interface ClippedSide {
  /** Characters that are left out. */
  readonly before: number;
  readonly parts: readonly TextChange[];
  readonly after: number;
}

/** One side of a difference, of at most `size` characters, from a little before the first difference. */
export function clipSide(changes: readonly TextChange[], name: 'expected' | 'observed', size: number): ClippedSide {
  const own = changes.filter(({ isIn }) => isIn === 'both' || isIn === name);
  const length = own.reduce((sum, { text }) => sum + text.length, 0);
  const [first] = changes;
  let before = 0;
  if (length > size && first?.isIn === 'both' && changes.length > 1) {
    before = truncate(first.text, Math.max(0, first.text.length - contextLength)).text.length;
  }
  let room = size;
  const parts: TextChange[] = [];
  for (const { text, isIn } of own) {
    const rest = parts.length === 0 && before > 0 ? text.slice(before) : text;
    const shown = truncate(rest, room).text;
    room -= shown.length;
    if (shown !== '') parts.push({ text: shown, isIn });
    if (shown.length < rest.length) break;
  }
  return { before, parts, after: length - before - parts.reduce((sum, { text }) => sum + text.length, 0) };
}

/** A run of text that both have, or only the one that was expected, or only the one that was observed. */
interface TextChange {
  readonly text: string;
  readonly isIn: 'both' | 'expected' | 'observed';
}

/** More changed words than these are marked as a whole: the time grows with the square of their number. */
const maxChanges = 1_500;

/** The differences by words; by characters where most of a word is the same. */
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
  const found = diffArrays(expected, observed, { maxEditLength: maxChanges });
  if (found !== undefined) {
    return found.map(({ added, removed, value }) => {
      return { text: value.join(''), isIn: added ? 'observed' : removed ? 'expected' : 'both' };
    });
  }
  const start = expected.findIndex((part, place) => part !== observed[place]);
  const parts: TextChange[] = [
    { text: expected.slice(0, start).join(''), isIn: 'both' },
    { text: expected.slice(start).join(''), isIn: 'expected' },
    { text: observed.slice(start).join(''), isIn: 'observed' },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** Short words are compared whole, long ones, such as a value at its limit, by characters. */
function wordsOf(text: string): string[] {
  return text.match(/\\u\{[0-9A-F]+\}|(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,16}(?![\p{L}\p{N}])|./gsu) ?? [];
}

function charactersOf(text: string): string[] {
  return text.match(/\\u\{[0-9A-F]+\}|./gsu) ?? [];
}
