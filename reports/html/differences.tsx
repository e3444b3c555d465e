import { useContext } from 'preact/hooks';
import { truncate } from '../../contracts/text/truncate';
import { type Change, changes } from './changes';
import { RoomContext } from './room';
import { Parts } from './wire-text';

/** Of one text, in characters. */
const most = 1_000;

/** Expected beside observed, with what differs marked. */
export function Differences({ expected, observed }: { readonly expected: string; readonly observed: string }) {
  const size = Math.min(most, useContext(RoomContext).characters);
  const [one, other] = [truncate(expected, size), truncate(observed, size)];
  const found = changes(one.text, other.text);
  return (
    <dl class="differences">
      <Side name="expected" changes={found} left={one.left} />
      <Side name="observed" changes={found} left={other.left} />
    </dl>
  );
}

interface SideProps {
  readonly name: 'expected' | 'observed';
  readonly changes: readonly Change[];
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
              <Parts text={text} />
            ) : (
              <mark class={name}>
                <Parts text={text} />
              </mark>
            ),
          )}
        {left > 0 && <span class="left"> … {left.toLocaleString('en')} more</span>}
      </dd>
    </div>
  );
}
