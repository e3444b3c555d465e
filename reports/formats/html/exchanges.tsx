import { useContext } from 'preact/hooks';
import { type Body, bytesOf, type Exchange } from '../../../contracts/http/exchange';
import { fileNames } from '../../result/file-names';
import type { Failure } from '../../result/result';
import { EscapedText } from './escaped-text';
import { SizeBudgetContext } from './size-budget';

/** Exchanges of one failure, the last ones; the evidence file has all of them. */
const maxShown = 12;

/** The exchanges that led to a failure, on a line of time. */
export function Timeline({ failure, room }: { readonly failure: Failure; readonly room: number }) {
  const { given, exchanges, exchange: culprit } = failure;
  const last = exchanges.slice(-Math.min(maxShown, room));
  const first = last[0];
  if (first === undefined) return null;
  const left = exchanges.length - last.length;
  const span = { from: first.at, to: Math.max(...last.map(({ at, took }) => at + took)) };
  return (
    <details class="timeline" open>
      <summary>
        {exchanges.length === 1 ? '1 exchange shows it' : `${exchanges.length} exchanges show it`}, in{' '}
        {(span.to - span.from).toFixed(1)} ms
      </summary>
      <ol class="moments">
        {given.map(({ path, body, vmState }) => (
          <li class="given">
            before: <EscapedText text={path} most={200} /> held <EscapedText text={body} most={400} />
            {vmState !== undefined && `, and was ${vmState}`}
          </li>
        ))}
        {left > 0 && (
          <li class="left">
            {left} earlier exchanges are in {fileNames.evidence}, from number {exchanges[0]?.number}
          </li>
        )}
        {last.map((exchange) => (
          <TimelineExchange exchange={exchange} span={span} isCulprit={exchange.number === culprit} />
        ))}
      </ol>
    </details>
  );
}

interface TimelineExchangeProps {
  readonly exchange: Exchange;
  readonly span: { readonly from: number; readonly to: number };
  readonly isCulprit: boolean;
}

function TimelineExchange({ exchange, span, isCulprit }: TimelineExchangeProps) {
  const { number, request, response, at, took, race, aside, retried } = exchange;
  const whole = Math.max(span.to - span.from, 0.001);
  const notes = [
    race === undefined ? '' : `race ${race}: sent at the same time`,
    aside === true ? 'setup or teardown' : '',
    retried === true ? 'a retry' : '',
  ].filter((note) => note !== '');
  return (
    <li class={isCulprit ? 'culprit' : undefined}>
      <details open={isCulprit}>
        <summary>
          <span class="number">{number}</span> <b class="method">{request.method}</b>{' '}
          <EscapedText text={request.path} most={300} /> <b class="status">{response.status}</b>{' '}
          <span class="took">{took.toFixed(1)} ms</span>{' '}
          {notes.map((note) => (
            <span class="note">{note}</span>
          ))}
          {isCulprit && <span class="note shows">shows the failure</span>}
          <svg class="span" aria-hidden="true">
            <rect
              x={formatPercent((at - span.from) / whole)}
              width={formatPercent(Math.max(took / whole, 0.006))}
              height="4"
            />
          </svg>
        </summary>
        <ExchangeView exchange={exchange} />
      </details>
    </li>
  );
}

function formatPercent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** Characters of one body; the evidence file has all of it. */
const bodySize = 1_500;
const headerSize = 300;

/** The request beside the response. Each scrolls by itself where it is long. */
export function ExchangeView({ exchange: { request, response } }: { readonly exchange: Exchange }) {
  return (
    <div class="exchange">
      <section aria-label="request">
        <Headers headers={request.headers} />
        <BodyView body={request.body} />
      </section>
      <section aria-label="response">
        <p class="status">status {response.status}</p>
        <Headers headers={response.headers} />
        <BodyView body={response.body} />
      </section>
    </div>
  );
}

function Headers({ headers }: { readonly headers: Readonly<Record<string, string>> }) {
  const all = Object.entries(headers);
  const { headers: shown } = useContext(SizeBudgetContext);
  return (
    <ul class="headers">
      {all.slice(0, shown).map(([name, value]) => (
        <li>
          <EscapedText text={`${name}: ${value}`} most={headerSize} />
        </li>
      ))}
      {all.length > shown && <li class="left">… {all.length - shown} more headers</li>}
    </ul>
  );
}

function BodyView({ body }: { readonly body: Body }) {
  const size = bytesOf(body).length;
  if (size === 0) return null;
  if ('text' in body) {
    return (
      <p class="body">
        <EscapedText text={body.text} most={bodySize} />
      </p>
    );
  }
  return (
    <p class="body">
      <span class="left">{size} bytes that are not UTF-8, in Base64: </span>
      <EscapedText text={body.base64} most={bodySize} />
    </p>
  );
}
