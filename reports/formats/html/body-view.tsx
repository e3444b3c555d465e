import { useContext } from 'preact/hooks';
import { type Body, bytesOf, type Exchange, jsonOf } from '../../../contracts/http/exchange';
import { parseMetadataBody } from '../../../contracts/http/parse-response';
import { longCountNoun } from '../../../contracts/text/count-noun';
import { EscapedText } from './escaped-text';
import { SizeBudgetContext } from './size-budget';

/** Characters of one body, and of one pair; the evidence file has all of it. */
const maxBodyLength = 1_500;
const maxPairLength = 300;

/** The pairs of a body that the other body of an exchange does not have are marked. */
export interface Comparison {
  readonly other: readonly string[];
  /** The body holds what was expected, or what was observed. */
  readonly side: 'expected' | 'observed';
}

interface BodyViewProps {
  readonly body: Body;
  readonly comparison?: Comparison | undefined;
}

/** A body: text as it was sent, a map of metadata as a line a pair, other bytes as Base64. */
export function BodyView({ body, comparison }: BodyViewProps) {
  const size = bytesOf(body).length;
  if (size === 0) return null;
  const pairs = pairLines(body);
  if (pairs !== undefined && pairs.length > 1) return <Pairs pairs={pairs} comparison={comparison} />;
  if ('text' in body) {
    return (
      <p class="body">
        <EscapedText text={body.text} most={maxBodyLength} />
      </p>
    );
  }
  return (
    <p class="body">
      <span class="left">{longCountNoun(size, 'byte')} that are not UTF-8, in Base64: </span>
      <EscapedText text={body.base64} most={maxBodyLength} />
    </p>
  );
}

function Pairs({
  pairs,
  comparison,
}: {
  readonly pairs: readonly string[];
  readonly comparison: Comparison | undefined;
}) {
  const { characters } = useContext(SizeBudgetContext);
  const known = new Set(comparison?.other ?? pairs);
  const firstDifference = pairs.findIndex((pair) => !known.has(pair));
  // One pair before the first difference shows where it is.
  const from = Math.max(0, firstDifference - 1);
  let room = Math.min(maxBodyLength, characters);
  const shown = pairs.slice(from).filter((pair) => {
    room -= Math.min(pair.length, maxPairLength);
    return room >= 0;
  });
  const after = pairs.length - from - shown.length;
  return (
    <div class="body">
      <span class="line wire">{'{"metadata":{'}</span>
      {from > 0 && <span class="line left">… {longCountNoun(from, 'more pair')}</span>}
      {shown.map((pair, place) => {
        const text = <EscapedText text={`${pair}${from + place < pairs.length - 1 ? ',' : ''}`} most={maxPairLength} />;
        const isDifferent = comparison !== undefined && !known.has(pair);
        return <span class="line">{isDifferent ? <mark class={comparison.side}>{text}</mark> : text}</span>;
      })}
      {after > 0 && <span class="line left">… {longCountNoun(after, 'more pair')}</span>}
      <span class="line wire">{'}}'}</span>
    </div>
  );
}

/** The pairs of a body as JSON; undefined where the pairs alone are not the body as it was sent. */
export function pairLines(body: Body): string[] | undefined {
  const json = jsonOf(body);
  const { metadata, otherMembers } = parseMetadataBody(json) ?? {};
  if (metadata === undefined || otherMembers === undefined || otherMembers.length > 0) return undefined;
  if (!('text' in body) || JSON.stringify(json) !== body.text) return undefined;
  return Object.entries(metadata).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
}

/** The exchange whose request should have led to what another exchange shows: the last PUT up to it. */
export function causeOf(shown: Exchange, exchanges: readonly Exchange[]): Exchange | undefined {
  const before = exchanges.slice(0, exchanges.indexOf(shown) + 1);
  return before.findLast(({ request, aside }) => request.method === 'PUT' && aside !== true);
}
