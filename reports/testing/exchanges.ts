import { type Exchange, toBody } from '../../contracts/http/exchange';
import { placeholders } from '../../contracts/http/placeholders';
import { itemPath, metadataPath, serverPath } from '../../contracts/http/route';
import type { Metadata } from '../../contracts/metadata';

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
export function makeExchange(options: ExchangeOptions = {}): Exchange {
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

/** Exchanges as a check sends them, numbered in their order. */
export class ExchangeSequence {
  readonly exchanges: Exchange[] = [];

  send(method: string, path: string, status: number, sent: unknown, answered: unknown, more: Partial<Exchange> = {}) {
    this.exchanges.push({
      number: this.exchanges.length + 1,
      check: 'check',
      at: this.exchanges.length,
      took: 1,
      request: { method, path, headers: { 'x-auth-token': '$TOKEN' }, body: bodyOf(sent) },
      response: { status, headers: {}, body: bodyOf(answered) },
      ...more,
    });
    return this;
  }

  put(metadata: Metadata, { server = 'a', status = 200, version = 'v2.1', ...more }: RequestOptions = {}) {
    const path = metadataPath(version, 'p', server);
    return this.send('PUT', path, status, { metadata }, { metadata }, more);
  }

  get(metadata: Metadata, { server = 'a', version = 'v2.1', ...more }: RequestOptions = {}) {
    return this.send('GET', metadataPath(version, 'p', server), 200, undefined, { metadata }, more);
  }

  /** Sets or removes one item. */
  item(method: 'PUT' | 'DELETE', key: string, server = 'a') {
    return this.send(method, itemPath('v2.1', 'p', server, key), 200, { meta: { [key]: '1' } }, undefined);
  }

  serverAction(action: string, server = 'a') {
    return this.send('POST', `${serverPath('v2.1', 'p', server)}/action`, 202, { [action]: null }, undefined);
  }

  getServer(vmState: string, server = 'a') {
    const shown = { server: { 'OS-EXT-STS:vm_state': vmState } };
    return this.send('GET', serverPath('v2.1', 'p', server), 200, undefined, shown);
  }
}

interface RequestOptions extends Partial<Exchange> {
  readonly server?: string;
  readonly status?: number;
  readonly version?: 'v2' | 'v2.1';
}

function bodyOf(json: unknown): { text: string } {
  return { text: json === undefined ? '' : JSON.stringify(json) };
}
