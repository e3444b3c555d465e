import { useContext } from 'preact/hooks';
import { escapeInvisible, splitInvisible } from '../../contracts/text/escape-invisible';
import { truncate } from '../../contracts/text/truncate';
import { RoomContext } from './room';

interface WireTextProps {
  readonly text: string;
  /** Characters (UTF-16 units). */
  readonly most?: number;
  /** A sentence that only quotes the wire. */
  readonly isProse?: boolean;
}

/** A text from the wire: clipped, with what cannot be seen spelled and marked. */
export function WireText({ text, most = 600, isProse = false }: WireTextProps) {
  const { characters } = useContext(RoomContext);
  const clipped = clipShown(text, Math.min(most, characters));
  return (
    <span class={isProse ? 'wire prose' : 'wire'}>
      <Parts text={clipped.text} />
      {clipped.left > 0 && <span class="left"> … {clipped.left.toLocaleString('en')} more characters</span>}
    </span>
  );
}

/** The same, unclipped and without a box of its own. */
export function Parts({ text }: { readonly text: string }) {
  return (
    <>{splitInvisible(text).map((part) => (part.isSpelled ? <span class="unseen">{part.text}</span> : part.text))}</>
  );
}

/** Spelled characters take more place than they had: a text that is full of them is clipped earlier. */
function clipShown(text: string, most: number): ReturnType<typeof truncate> {
  const clipped = truncate(text, most);
  const isWide = escapeInvisible(clipped.text).length > 2 * most;
  return isWide ? truncate(text, Math.ceil(most / 6)) : clipped;
}
