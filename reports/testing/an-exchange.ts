import { type Exchange, toBody } from '../../contracts/http/exchange';
import { placeholders } from '../../contracts/http/placeholders';

export const projectId = '5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e';

interface ExchangeOptions {
  readonly number?: number;
  readonly metadata?: unknown;
  readonly status?: number;
  /** Of the answer. */
  readonly body?: string;
  readonly request?: Partial<Exchange['request']>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A PUT of metadata and its answer. */
export function anExchange(options: ExchangeOptions = {}): Exchange {
  const { number = 1, metadata = { a: '1' }, status = 200, body = '', request, headers = {} } = options;
  return {
    number,
    check: 'check',
    at: number,
    took: 1,
    request: {
      method: 'PUT',
      path: `/v2.1/${projectId}/servers/00000000-0000-4000-8000-000000000001/metadata`,
      headers: { 'x-auth-token': placeholders.own, 'content-type': 'application/json' },
      body: toBody(Buffer.from(JSON.stringify({ metadata }))),
      ...request,
    },
    response: { status, headers, body: toBody(Buffer.from(body)) },
  };
}
