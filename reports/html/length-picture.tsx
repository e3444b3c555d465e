import { longestLength, type Tallies, type Tally } from '../limits-seen';
import { rangesOf } from './ranges-of';

interface LengthPictureProps {
  readonly name: string;
  readonly tallies: Tallies<number>;
  /** The longest length that the contract allows. */
  readonly limit: number;
}

const outcomes = ['accepted', 'refused', 'failed'] as const;

/** Which lengths were accepted (upwards), and which were refused or answered 5xx (downwards). */
export function LengthPicture({ name, tallies, limit }: LengthPictureProps) {
  const edge = Math.max(300, Math.ceil(limit * 1.2));
  const x = (length: number) => `${((Math.min(length, edge) + 0.5) / (edge + 1)) * 100}%`;
  const bar = `${100 / (edge + 1)}%`;
  return (
    <figure class="lengths">
      <figcaption>
        Length of {name}, in characters; the contract ends at {limit}
      </figcaption>
      <svg role="img" aria-label={`Lengths of ${name}, told in words below`}>
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
              {rangesOf(
                [...tallies].flatMap(([length, tally]) => (tally[outcome] > 0 ? [length] : [])),
                longestLength,
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
        {length}: {accepted} accepted, {refused} refused, {failed} answered 5xx
      </title>
      {accepted > 0 && <rect class="accepted" x={x} width={width} y="8" height="42" />}
      {refused > 0 && <rect class="refused" x={x} width={width} y="50" height="42" />}
      {failed > 0 && <rect class="failed" x={x} width={width} y="50" height={refused > 0 ? '20' : '42'} />}
    </g>
  );
}
