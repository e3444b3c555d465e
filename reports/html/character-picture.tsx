import { escapeInvisible } from '../../contracts/text/escape-invisible';
import { characterKinds } from '../character-cell';
import type { Tallies, Tally } from '../limits-seen';

const rows = Array.from({ length: 8 }, (_, row) =>
  Array.from({ length: 16 }, (_, column) => String.fromCharCode(row * 16 + column)),
);

const none: Tally = { accepted: 0, refused: 0, failed: 0 };

/** Which characters were accepted and refused: ASCII one by one, the others by kind. */
export function CharacterPicture({ name, tallies }: { readonly name: string; readonly tallies: Tallies<string> }) {
  return (
    <figure class="characters">
      <figcaption>Characters of {name}</figcaption>
      <table>
        <caption class="spoken">ASCII, one cell a character</caption>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((character) => (
                <Cell label={labelOf(character)} tally={tallies.get(character) ?? none} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="kinds">
        {characterKinds.map((kind) => {
          const tally = tallies.get(kind) ?? none;
          return (
            <li class={outcomeOf(tally)} title={told(tally)}>
              {kind}
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

function Cell({ label, tally }: { readonly label: string; readonly tally: Tally }) {
  return (
    <td class={outcomeOf(tally)} title={`${label}: ${told(tally)}`}>
      <span aria-hidden="true">{label === 'space' ? '␣' : label.length > 1 ? '·' : label}</span>
      <span class="spoken">
        {label} {outcomeOf(tally)}
      </span>
    </td>
  );
}

function labelOf(character: string): string {
  return character === ' ' ? 'space' : escapeInvisible(character);
}

function outcomeOf({ accepted, refused, failed }: Tally): string {
  if (failed > 0) return 'failed';
  if (accepted > 0 && refused > 0) return 'mixed';
  return accepted > 0 ? 'accepted' : refused > 0 ? 'refused' : 'untried';
}

function told({ accepted, refused, failed }: Tally): string {
  return `${accepted} accepted, ${refused} refused, ${failed} answered 5xx`;
}
