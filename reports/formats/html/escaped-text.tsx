import { useContext } from 'preact/hooks';
import { longCountNoun } from '../../../contracts/text/count-noun';
import { escapeInvisible, splitInvisible } from '../../../contracts/text/escape-invisible';
import { truncate } from '../../../contracts/text/truncate';
import { SizeBudgetContext } from './size-budget';

interface EscapedTextProps {
  readonly text: string;
  /** Characters (UTF-16 units). */
  readonly most?: number;
  /** A sentence that quotes the wire. */
  readonly isProse?: boolean;
}

/** A text from the wire: truncated, with invisible characters spelled and marked. */
export function EscapedText({ text, most = 600, isProse = false }: EscapedTextProps) {
  const { characters } = useContext(SizeBudgetContext);
  const clipped = truncateEscaped(text, Math.min(most, characters));
  return (
    <span class={isProse ? 'wire prose' : 'wire'}>
      <EscapedParts text={clipped.text} />
      {clipped.left > 0 && <span class="left"> … {longCountNoun(clipped.left, 'more character')}</span>}
    </span>
  );
}

/** The same, not truncated and without an element around it. */
export function EscapedParts({ text }: { readonly text: string }) {
  return (
    <>{splitInvisible(text).map((part) => (part.isSpelled ? <span class="unseen">{part.text}</span> : part.text))}</>
  );
}

/** Spelled characters are longer: a text full of them is truncated earlier. */
function truncateEscaped(text: string, most: number): ReturnType<typeof truncate> {
  const clipped = truncate(text, most);
  const isWide = escapeInvisible(clipped.text).length > 2 * most;
  return isWide ? truncate(text, Math.ceil(most / 6)) : clipped;
}

/** A sentence of the catalogue, in which code stands between backticks. */
export function InlineCode({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}
