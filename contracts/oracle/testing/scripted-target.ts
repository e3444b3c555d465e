import type { Exchange } from '../../http/exchange';
import { metadataPath, serverPath } from '../../http/route';
import type { Metadata, Version } from '../../metadata';
import { ecs } from '../../profiles/ecs';
import type { VmState } from '../../vm-states';
import type { Finding } from '../finding';
import { judge } from '../judge/judge';
import { initialModel } from '../model';
import { nextModel } from '../transition/next-model';

export const subject = {
  projectId: 'p',
  otherProjectId: 'q',
  quota: { limit: 128, source: 'declared' as const },
  servers: [
    { id: '00000000-0000-4000-8000-000000000001', projectId: 'p' },
    { id: '00000000-0000-4000-8000-000000000002', projectId: 'p' },
    { id: '00000000-0000-4000-8000-000000000003', projectId: 'q' },
  ],
};
export const [firstServer, secondServer, otherProjectServer] = subject.servers.map(({ id }) => id) as [
  string,
  string,
  string,
];

export interface ExchangeOptions {
  readonly version?: Version;
  readonly server?: string;
  readonly project?: string;
  readonly token?: string | null;
  readonly headers?: Record<string, string>;
  readonly responseHeaders?: Record<string, string>;
  /** Start and end of the exchange, in milliseconds. */
  readonly from?: number;
  readonly to?: number;
  readonly race?: number;
  readonly retried?: true;
  readonly fault?: string;
}

/** Exchanges with a target whose responses the test defines. Each call returns the findings of its exchange. */
export class ScriptedTarget {
  private state = initialModel(subject);
  private number = 0;

  constructor(private readonly profile = ecs) {}

  exchange(
    method: string,
    path: string,
    sent: string,
    status: number,
    body: unknown,
    options: ExchangeOptions = {},
  ): Finding[] {
    this.number += 1;
    const { token = '$TOKEN', race, retried, fault } = options;
    const at = options.from ?? this.number * 2_000;
    const exchange: Exchange = {
      number: this.number,
      check: 'test',
      at,
      took: (options.to ?? at + 1) - at,
      ...(race === undefined ? {} : { race }),
      ...(retried === undefined ? {} : { retried }),
      ...(fault === undefined ? {} : { fault }),
      request: {
        method,
        path,
        headers: {
          'content-type': 'application/json',
          ...options.headers,
          ...(token === null ? {} : { 'x-auth-token': token }),
        },
        body: { text: sent },
      },
      response: {
        status,
        headers: { 'content-type': 'application/json', ...options.responseHeaders },
        body: { text: typeof body === 'string' ? body : JSON.stringify(body) },
      },
    };
    const findings = judge(this.state, exchange, this.profile);
    this.state = nextModel(this.state, exchange, this.profile);
    return findings;
  }

  put(metadata: unknown, status = 200, body: unknown = { metadata }, options: ExchangeOptions = {}): Finding[] {
    return this.putText(JSON.stringify({ metadata }), status, body, options);
  }

  putText(text: string, status: number, body: unknown, options: ExchangeOptions = {}): Finding[] {
    const { version = 'v2.1', server = firstServer, project = 'p' } = options;
    return this.exchange('PUT', metadataPath(version, project, server), text, status, body, options);
  }

  get(metadata: Metadata, options: ExchangeOptions = {}): Finding[] {
    return this.getText(200, { metadata }, options);
  }

  getText(status: number, body: unknown, options: ExchangeOptions = {}): Finding[] {
    const { version = 'v2.1', server = firstServer, project = 'p' } = options;
    return this.exchange('GET', metadataPath(version, project, server), '', status, body, options);
  }

  getServer(vmState: VmState, metadata?: Metadata): Finding[] {
    const server = { 'OS-EXT-STS:vm_state': vmState, 'OS-EXT-STS:task_state': null, updated: 'then', metadata };
    return this.exchange('GET', serverPath('v2.1', 'p', firstServer), '', 200, { server });
  }
}

export function candidatesIn(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => (finding.outcome === 'violated' ? [finding.candidates.join('|')] : []));
}

/** The most specific candidate of each violation. */
export function firstCandidatesIn(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => (finding.outcome === 'violated' ? [finding.candidates[0]] : []));
}

export function satisfiedIn(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => (finding.outcome === 'satisfied' ? [finding.clause] : []));
}

export function readingsIn(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => (finding.outcome === 'reading' ? [`${finding.clause} ${finding.reading}`] : []));
}
