import type { Exchange } from '../../contracts/http/exchange';
import { itemPath, metadataPath, serverPath } from '../../contracts/http/route';
import type { Metadata } from '../../contracts/metadata';

/** Exchanges as a check sends them, numbered in their order. */
export class SceneWriter {
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

  put(metadata: Metadata, { server = 'a', status = 200, version = 'v2.1', ...more }: Sent = {}) {
    const path = metadataPath(version, 'p', server);
    return this.send('PUT', path, status, { metadata }, { metadata }, more);
  }

  get(metadata: Metadata, { server = 'a', version = 'v2.1', ...more }: Sent = {}) {
    return this.send('GET', metadataPath(version, 'p', server), 200, undefined, { metadata }, more);
  }

  /** Sets or removes one item. */
  item(method: 'PUT' | 'DELETE', key: string, server = 'a') {
    return this.send(method, itemPath('v2.1', 'p', server, key), 200, { meta: { [key]: '1' } }, undefined);
  }

  act(action: string, server = 'a') {
    return this.send('POST', `${serverPath('v2.1', 'p', server)}/action`, 202, { [action]: null }, undefined);
  }

  look(vmState: string, server = 'a') {
    const shown = { server: { 'OS-EXT-STS:vm_state': vmState } };
    return this.send('GET', serverPath('v2.1', 'p', server), 200, undefined, shown);
  }
}

interface Sent extends Partial<Exchange> {
  readonly server?: string;
  readonly status?: number;
  readonly version?: 'v2' | 'v2.1';
}

function bodyOf(json: unknown): { text: string } {
  return { text: json === undefined ? '' : JSON.stringify(json) };
}
