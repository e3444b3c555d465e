import { bytesOf, type Exchange, type RecordedResponse, titleCaseHeaders } from '../../contracts/http/exchange';
import { noResponse } from '../../contracts/http/inconclusive';
import { fileNames } from '../result/file-names';
import type { ClauseResult, Failure, Result } from '../result/result';
import { describeCheck, headline } from './shared/describe-verdict';
import type { Reporter } from './shared/reporter';

export function harReporter(): Reporter {
  return { onRunEnd: ({ result }) => ({ files: { [fileNames.har]: renderHar(result) } }) };
}

/**
 * The exchanges of the failures as HAR 1.2, which the developer tools of browsers and many proxies open: a page for each
 * failure. Members with `_` are ours, as the format allows. A token stands there as its placeholder.
 */
export function renderHar(result: Result): string {
  const failures = result.clauses.flatMap((clause) =>
    clause.failures.map((failure, index) => ({ clause, failure, id: `${clause.clause}/${index + 1}` })),
  );
  const log = {
    version: '1.2',
    creator: { name: 'ecs-metadata-conformance', version: result.run.suite },
    pages: failures.map(({ clause, failure, id }) => pageOf(id, clause, failure, result)),
    entries: failures.flatMap(({ failure, id }) =>
      failure.exchanges.map((exchange) => entryOf(id, exchange, failure, result)),
    ),
    comment: headline(result),
  };
  return `${JSON.stringify({ log }, null, 2)}\n`;
}

function pageOf(id: string, { clause, sentence }: ClauseResult, failure: Failure, result: Result) {
  const { expected, observed, given, exchanges } = failure;
  return {
    startedDateTime: timeOf(exchanges[0]?.at ?? 0, result),
    id,
    title: `${clause} ${sentence}: ${describeCheck(failure)}`,
    pageTimings: {},
    comment: `expected ${expected}, observed ${observed}`,
    _given: given,
  };
}

function entryOf(page: string, exchange: Exchange, failure: Failure, result: Result) {
  const { number, check, at, took, request, response, titled, race, fault } = exchange;
  return {
    pageref: page,
    startedDateTime: timeOf(at, result),
    time: took,
    request: requestOf(request, titled === true, result.run.target),
    response: responseOf(response),
    cache: {},
    timings: { send: 0, wait: took, receive: 0 },
    _number: number,
    _check: check,
    _showsFailure: number === failure.exchange,
    ...(race !== undefined && { _race: race }),
    ...(fault !== undefined && { _fault: fault }),
  };
}

function requestOf({ method, path, headers, body }: Exchange['request'], isTitled: boolean, target: string) {
  const url = `${target}${path}`;
  const size = bytesOf(body).length;
  // HAR has no Base64 for a request: it stands in a member of our own.
  const data = 'text' in body ? { text: body.text } : { text: '', _base64: body.base64 };
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairsOf(isTitled ? titleCaseHeaders(headers) : headers),
    queryString: queryOf(path),
    ...(size > 0 && { postData: { mimeType: headers['content-type'] ?? '', ...data } }),
    headersSize: -1,
    bodySize: size,
  };
}

function responseOf({ status, headers, body }: RecordedResponse) {
  const size = bytesOf(body).length;
  const content = 'text' in body ? { text: body.text } : { text: body.base64, encoding: 'base64' };
  return {
    status,
    statusText: status === noResponse ? 'no response' : '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: pairsOf(headers),
    content: { size, mimeType: headers['content-type'] ?? '', ...content },
    redirectURL: headers.location ?? '',
    headersSize: -1,
    bodySize: size,
  };
}

function pairsOf(values: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

function queryOf(path: string): { name: string; value: string }[] {
  const [, query = ''] = path.split('?');
  return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
}

/** RFC 3339, UTC. */
function timeOf(milliseconds: number, { run }: Result): string {
  return new Date(Date.parse(run.began) + milliseconds).toISOString();
}
