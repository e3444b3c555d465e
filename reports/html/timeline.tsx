import type { Exchange } from '../../contracts/http/exchange';
import { evidenceName } from '../evidence-name';
import type { Failure } from '../verdict';
import { ExchangeView } from './exchange-view';
import { WireText } from './wire-text';

/** So many exchanges of a failure are shown, those next to it; the evidence file has them all. */
const shown = 12;

/** The exchanges that led to a failure, each with its place in time. */
export function Timeline({ failure, room }: { readonly failure: Failure; readonly room: number }) {
  const { given, exchanges, exchange: culprit } = failure;
  const last = exchanges.slice(-Math.min(shown, room));
  const first = last[0];
  if (first === undefined) return null;
  const left = exchanges.length - last.length;
  const span = { from: first.at, to: Math.max(...last.map(({ at, took }) => at + took)) };
  return (
    <details class="timeline" open>
      <summary>
        {exchanges.length === 1 ? 'The exchange' : `The ${exchanges.length} exchanges`} that show it, over{' '}
        {(span.to - span.from).toFixed(1)} ms
      </summary>
      <ol class="moments">
        {given.map(({ path, body, vmState }) => (
          <li class="given">
            before: <WireText text={path} most={200} /> held <WireText text={body} most={400} />
            {vmState !== undefined && `, and was ${vmState}`}
          </li>
        ))}
        {left > 0 && (
          <li class="left">
            {left} earlier exchanges are in {evidenceName}, from number {exchanges[0]?.number}
          </li>
        )}
        {last.map((exchange) => (
          <Moment exchange={exchange} span={span} isCulprit={exchange.number === culprit} />
        ))}
      </ol>
    </details>
  );
}

interface MomentProps {
  readonly exchange: Exchange;
  readonly span: { readonly from: number; readonly to: number };
  readonly isCulprit: boolean;
}

function Moment({ exchange, span, isCulprit }: MomentProps) {
  const { number, request, response, at, took, race, aside, retried } = exchange;
  const whole = Math.max(span.to - span.from, 0.001);
  const notes = [
    race === undefined ? '' : `race ${race}: under way at the same time`,
    aside === true ? 'around the check' : '',
    retried === true ? 'sent a second time' : '',
  ].filter((note) => note !== '');
  return (
    <li class={isCulprit ? 'culprit' : undefined}>
      <details open={isCulprit}>
        <summary>
          <span class="number">{number}</span> <b class="method">{request.method}</b>{' '}
          <WireText text={request.path} most={300} /> <b class="status">{response.status}</b>{' '}
          <span class="took">{took.toFixed(1)} ms</span>{' '}
          {notes.map((note) => (
            <span class="note">{note}</span>
          ))}
          {isCulprit && <span class="note shows">shows it</span>}
          <svg class="span" aria-hidden="true">
            <rect x={percent((at - span.from) / whole)} width={percent(Math.max(took / whole, 0.006))} height="4" />
          </svg>
        </summary>
        <ExchangeView exchange={exchange} />
      </details>
    </li>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
