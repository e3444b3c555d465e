import { useContext } from 'preact/hooks';
import type { Exchange } from '../../../contracts/http/exchange';
import { countNoun, longCountNoun } from '../../../contracts/text/count-noun';
import { fileNames } from '../../result/file-names';
import type { Failure } from '../../result/result';
import { BodyView, type Comparison, causeOf, pairLines } from './body-view';
import { EscapedText } from './escaped-text';
import { SizeBudgetContext } from './size-budget';

/** Exchanges of one failure, the last ones; the evidence file has all of them. */
const maxShown = 12;

/**
 * The exchanges that led to a failure, on a line of time. The one that shows it is open, and the PUT before it. A path
 * that all of them have stands above them.
 */
export function Timeline({ failure, room }: { readonly failure: Failure; readonly room: number }) {
  const { given, exchanges, exchange: number, expected } = failure;
  const last = exchanges.slice(-Math.min(maxShown, room));
  const first = last[0];
  if (first === undefined) return null;
  const left = exchanges.length - last.length;
  const span = { from: first.at, to: Math.max(...last.map(({ at, took }) => at + took)) };
  const culprit = last.find((each) => each.number === number);
  const cause = culprit === undefined ? undefined : causeOf(culprit, last);
  const paths = new Set([...given.map(({ path }) => path), ...last.map(({ request }) => request.path)]);
  const isOnePath = paths.size === 1;
  const isOfStatus = expected.startsWith('status ');
  const compared = isOfStatus ? {} : comparisons(culprit, cause);
  return (
    <details class="timeline" open>
      <summary>
        {exchanges.length === 1 ? '1 exchange shows it' : `${exchanges.length} exchanges show it`}, in{' '}
        {(span.to - span.from).toFixed(1)} ms
      </summary>
      {isOnePath && (
        <p class="path">
          <EscapedText text={first.request.path} most={300} />
        </p>
      )}
      <ol class="moments">
        {given.map(({ path, body, vmState }) => (
          <li class="given">
            before: {!isOnePath && <EscapedText text={path} most={200} />} holds <EscapedText text={body} most={400} />
            {vmState !== undefined && `, and is ${vmState}`}
          </li>
        ))}
        {left > 0 && (
          <li class="left">
            {countNoun(left, 'earlier exchange')} in {fileNames.evidence}, from number {exchanges[0]?.number}
          </li>
        )}
        {last.map((exchange) => (
          <TimelineExchange
            exchange={exchange}
            span={span}
            isCulprit={exchange === culprit}
            isOpen={exchange === culprit || exchange === cause}
            isStatusWrong={isOfStatus && exchange === culprit}
            showsPath={!isOnePath}
            request={exchange === cause ? compared.request : undefined}
            response={exchange === culprit ? compared.response : undefined}
          />
        ))}
      </ol>
    </details>
  );
}

/** The differences between the pairs of the request and those of the response. */
function comparisons(
  culprit: Exchange | undefined,
  cause: Exchange | undefined,
): { readonly request?: Comparison; readonly response?: Comparison } {
  if (culprit === undefined || cause === undefined) return {};
  const [sent, shown] = [pairLines(cause.request.body), pairLines(culprit.response.body)];
  if (sent === undefined || shown === undefined) return {};
  return { request: { other: shown, side: 'expected' }, response: { other: sent, side: 'observed' } };
}

interface TimelineExchangeProps extends ExchangeComparison {
  readonly exchange: Exchange;
  readonly span: { readonly from: number; readonly to: number };
  readonly isCulprit: boolean;
  readonly isOpen: boolean;
  readonly isStatusWrong: boolean;
  readonly showsPath: boolean;
}

function TimelineExchange(props: TimelineExchangeProps) {
  const { exchange, span, isCulprit, isOpen, isStatusWrong, showsPath, ...comparison } = props;
  const { number, request, response, at, took, race, aside, retried } = exchange;
  const whole = Math.max(span.to - span.from, 0.001);
  const notes = [
    race === undefined ? '' : `race ${race}: sent at the same time`,
    aside === true ? 'setup or teardown' : '',
    retried === true ? 'a retry' : '',
  ].filter((note) => note !== '');
  return (
    <li class={isCulprit ? 'culprit' : undefined}>
      <details open={isOpen}>
        <summary>
          <span class="number">{number}</span> <b class="method">{request.method}</b>{' '}
          {showsPath && <EscapedText text={request.path} most={300} />}{' '}
          <b class="status">{isStatusWrong ? <mark class="observed">{response.status}</mark> : response.status}</b>{' '}
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
        <ExchangeView exchange={exchange} {...comparison} />
      </details>
    </li>
  );
}

function formatPercent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** Characters of one header. */
const headerSize = 300;

interface ExchangeComparison {
  readonly request?: Comparison | undefined;
  readonly response?: Comparison | undefined;
}

/** The request beside the response: their bodies, and their headers folded. Each scrolls by itself where it is long. */
export function ExchangeView({ exchange, request, response }: { readonly exchange: Exchange } & ExchangeComparison) {
  return (
    <div class="exchange">
      <section aria-label="request">
        <p class="label">request</p>
        <BodyView body={exchange.request.body} comparison={request} />
        <Headers headers={exchange.request.headers} />
      </section>
      <section aria-label="response">
        <p class="label">response {exchange.response.status}</p>
        <BodyView body={exchange.response.body} comparison={response} />
        <Headers headers={exchange.response.headers} />
      </section>
    </div>
  );
}

function Headers({ headers }: { readonly headers: Readonly<Record<string, string>> }) {
  const all = Object.entries(headers);
  const { headers: shown } = useContext(SizeBudgetContext);
  if (all.length === 0) return null;
  return (
    <details class="headers">
      <summary>{longCountNoun(all.length, 'header')}</summary>
      <ul>
        {all.slice(0, shown).map(([name, value]) => (
          <li>
            <EscapedText text={`${name}: ${value}`} most={headerSize} />
          </li>
        ))}
        {all.length > shown && <li class="left">… {longCountNoun(all.length - shown, 'more header')}</li>}
      </ul>
    </details>
  );
}
