import { escapeInvisible } from '../../../contracts/text/escape-invisible';
import { characterGroups, maxLength, type Tally, type TallyMap } from './accepted-inputs';
import type { PageData } from './page-data';

/** The inputs that the target accepted and refused, without regard to the contract. */
export function AcceptedInputsSection({ report: { observations, limits } }: { readonly report: PageData }) {
  const { keyLengths, valueLengths, keyCharacters, valueCharacters } = observations.acceptedInputs;
  return (
    <section id="limits" aria-labelledby="limits-title">
      <h2 id="limits-title">Accepted inputs</h2>
      <p>
        From every replace of the run. A refused request counts only where a single length or character in it is
        unusual: that one was refused.
      </p>
      <ul class="legend">
        <li class="accepted">accepted</li>
        <li class="refused">refused (4xx)</li>
        <li class="mixed">both</li>
        <li class="failed">5xx</li>
        <li class="untried">not tried alone</li>
      </ul>
      <div class="pair">
        <LengthChart name="keys" tallies={keyLengths} limit={limits.keyLength} />
        <LengthChart name="values" tallies={valueLengths} limit={limits.valueLength} />
        <CharacterGrid name="keys" tallies={keyCharacters} />
        <CharacterGrid name="values" tallies={valueCharacters} />
      </div>
    </section>
  );
}

interface LengthChartProps {
  readonly name: string;
  readonly tallies: TallyMap<number>;
  /** The longest length that the contract allows. */
  readonly limit: number;
}

const outcomes = ['accepted', 'refused', 'failed'] as const;

/** Accepted lengths upwards; refused ones and those with 5xx downwards. */
function LengthChart({ name, tallies, limit }: LengthChartProps) {
  const edge = Math.max(300, Math.ceil(limit * 1.2));
  const x = (length: number) => `${((Math.min(length, edge) + 0.5) / (edge + 1)) * 100}%`;
  const bar = `${100 / (edge + 1)}%`;
  return (
    <figure class="lengths">
      <figcaption>
        Length of {name}, in characters; the contract ends at {limit}
      </figcaption>
      <svg role="img" aria-label={`Lengths of ${name}, in words below`}>
        {[...tallies].map(([length, tally]) => (
          <Bar x={`${(Math.min(length, edge) / (edge + 1)) * 100}%`} width={bar} tally={tally} length={length} />
        ))}
        <line class="axis" x1="0" x2="100%" y1="50" y2="50" />
        <line class="limit" x1={x(limit + 0.5)} x2={x(limit + 0.5)} y1="0" y2="100" />
        <text x={x(limit)} y="118" text-anchor="end">
          {limit}
        </text>
        <text x="0" y="118">
          0
        </text>
        <text x="100%" y="118" text-anchor="end">
          {edge} +
        </text>
      </svg>
      <dl class="ranges">
        {outcomes.map((outcome) => (
          <div class={outcome}>
            <dt>{outcome === 'failed' ? '5xx' : outcome}</dt>
            <dd>
              {formatRanges(
                [...tallies].flatMap(([length, tally]) => (tally[outcome] > 0 ? [length] : [])),
                maxLength,
              )}
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

interface BarProps {
  readonly x: string;
  readonly width: string;
  readonly tally: Tally;
  readonly length: number;
}

function Bar({ x, width, tally: { accepted, refused, failed }, length }: BarProps) {
  return (
    <g>
      <title>
        {length}: {accepted} accepted, {refused} refused, {failed} with 5xx
      </title>
      {accepted > 0 && <rect class="accepted" x={x} width={width} y="8" height="42" />}
      {refused > 0 && <rect class="refused" x={x} width={width} y="50" height="42" />}
      {failed > 0 && <rect class="failed" x={x} width={width} y="50" height={refused > 0 ? '20' : '42'} />}
    </g>
  );
}

/** Numbers as text, neighbours joined: `0, 2 to 4`. More than `most` parts are summed up. */
export function formatRanges(numbers: readonly number[], longest: number, most = 12): string {
  const sorted = [...numbers].sort((one, other) => one - other);
  const ranges: [number, number][] = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  if (ranges.length > most) return `${sorted.length} lengths from ${sorted[0]} to ${sorted.at(-1)}`;
  const parts = ranges.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  if (sorted.at(-1) === longest) parts.push('and longer');
  return parts.join(', ') || 'none';
}

const asciiRows = Array.from({ length: 8 }, (_, row) =>
  Array.from({ length: 16 }, (_, column) => String.fromCharCode(row * 16 + column)),
);

const emptyTally: Tally = { accepted: 0, refused: 0, failed: 0 };

/** Accepted and refused characters: ASCII one by one, the others by kind. */
function CharacterGrid({ name, tallies }: { readonly name: string; readonly tallies: TallyMap<string> }) {
  return (
    <figure class="characters">
      <figcaption>Characters of {name}</figcaption>
      <table>
        <caption class="spoken">ASCII, one cell a character</caption>
        <tbody>
          {asciiRows.map((row) => (
            <tr>
              {row.map((character) => (
                <Cell label={labelOf(character)} tally={tallies.get(character) ?? emptyTally} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="kinds">
        {characterGroups.map((kind) => {
          const tally = tallies.get(kind) ?? emptyTally;
          return (
            <li class={outcomeOf(tally)} title={describeTally(tally)}>
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
    <td class={outcomeOf(tally)} title={`${label}: ${describeTally(tally)}`}>
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

function describeTally({ accepted, refused, failed }: Tally): string {
  return `${accepted} accepted, ${refused} refused, ${failed} with 5xx`;
}
