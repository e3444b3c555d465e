import { asObject } from '../../contracts/http/json';
import { truncate } from '../../contracts/text/truncate';
import type { Exchange, Played } from './play-scenario';
import type { StoredRequest, StoredResult } from './stored-clients';

/** The port of the mock differs from run to run. */
const addresses = /http:\/\/127\.0\.0\.1:\d+/g;

/** The longest stored body or message, in characters. */
const longest = 200;

export function toStoredResult({ outcome, operation, output, exchanges }: Played): StoredResult {
  const requests = exchanges.map(toStoredRequest);
  if ('absent' in output || operation === undefined) return { outcome, requests };
  const { call } = output;
  if (!('error' in output)) return { outcome, operation, call, requests };
  const { type, message, status } = output.error;
  // Some clients show the body of the response, in which quotes are escaped.
  const api = messageOf(exchanges.at(-1));
  return {
    outcome,
    operation,
    call,
    requests,
    error: { type, message: shorten(message.replace(addresses, 'http://mock')), status },
    hasApiMessage: api !== undefined && [api, JSON.stringify(api).slice(1, -1)].some((text) => message.includes(text)),
  };
}

function toStoredRequest({ request, response }: Exchange): StoredRequest {
  const path = request.url
    .replace(/^(\/[^/]+\/)[^/]+\//, '$1{project_id}/')
    .replace(/(\/servers\/)[0-9a-f-]{36}/, '$1{server_id}');
  return { method: request.method, path, body: shorten(request.body.toString('utf8')), status: response.status };
}

/** `{"badRequest": {"code": 400, "message": "…"}}` */
function messageOf(exchange: Exchange | undefined): string | undefined {
  if (exchange === undefined || exchange.response.body.length === 0) return undefined;
  const [fault] = Object.values(asObject(JSON.parse(exchange.response.body.toString())) ?? {});
  const message = asObject(fault)?.message;
  return typeof message === 'string' ? message : undefined;
}

function shorten(text: string): string {
  const { text: beginning, left } = truncate(text, longest);
  return left === 0 ? text : `${beginning}…`;
}
