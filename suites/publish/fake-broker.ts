import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PactFile } from '../../contracts/pact/pact-file';

interface ReceivedRequest {
  /** `POST /contracts/publish` */
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

/**
 * Holds up a Pact Broker's end of the conversations that publish a contract, fetch it and publish what came of it, in
 * the shapes that the broker's own documentation gives. No Pact Broker can be had from npm, PyPI or Debian.
 */
export class FakeBroker {
  readonly received: ReceivedRequest[] = [];
  /** True if it accepts results. */
  acceptsResults = true;
  /** The contract that it holds. `contract publish` replaces it. */
  contract: PactFile | undefined;
  private readonly server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const line = `${request.method} ${request.url}`;
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, unknown>;
    this.received.push({ line, authorization: request.headers.authorization, body });
    const [status, answer] = this.answer(line, body);
    response.writeHead(status, { 'content-type': 'application/hal+json;charset=utf-8' }).end(JSON.stringify(answer));
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The bodies that were sent to one path. */
  bodies(line: string): Record<string, unknown>[] {
    return this.received.filter((said) => said.line === line).map(({ body }) => body);
  }

  private answer(line: string, body: Record<string, unknown>): [number, object] {
    if (line === 'GET /') return [200, this.index()];
    if (line === 'POST /contracts/publish') return [200, this.publish(body)];
    if (line.endsWith(' /pacts/provider/ecs-metadata/for-verification')) return [200, this.forVerification()];
    if (line === `GET ${pactPath}` && this.contract !== undefined) return [200, this.pact(this.contract)];
    if (line === `POST ${pactPath}/verification-results`) {
      return this.acceptsResults ? [201, { success: body.success }] : [500, { error: { message: 'no' } }];
    }
    if (line === 'GET /pacticipants/ecs-metadata') return [200, this.pacticipant()];
    return line.startsWith('PUT /pacticipants/ecs-metadata/branches/') ? [201, {}] : [404, { error: 'not found' }];
  }

  private index(): object {
    const verification = `${this.url}/pacts/provider/{provider}/for-verification`;
    return {
      _links: {
        'pb:publish-contracts': { href: `${this.url}/contracts/publish` },
        'pb:provider-pacts-for-verification': { href: verification, templated: true },
      },
    };
  }

  private publish({ contracts }: Record<string, unknown>): object {
    const [{ content }] = contracts as [{ content: string }];
    this.contract = JSON.parse(Buffer.from(content, 'base64').toString('utf8')) as PactFile;
    const notices = [{ type: 'success', text: 'Pact successfully published' }];
    return { notices, _links: { 'pb:contracts': [{ name: 'Pact', href: `${this.url}${pactPath}` }] } };
  }

  private forVerification(): object {
    const self = { href: `${this.url}${pactPath}`, name: 'Pact between ecs-metadata-client and ecs-metadata' };
    const pact = { shortDescription: 'latest', verificationProperties: { notices: [] }, _links: { self } };
    const pacts = this.contract === undefined ? [] : [pact];
    return {
      _embedded: { pacts },
      _links: { self: { href: `${this.url}/pacts/provider/ecs-metadata/for-verification` } },
    };
  }

  private pact(contract: PactFile): object {
    const _links = {
      self: { href: `${this.url}${pactPath}` },
      'pb:provider': { href: `${this.url}/pacticipants/ecs-metadata` },
      'pb:publish-verification-results': { href: `${this.url}${pactPath}/verification-results` },
    };
    return { ...contract, _links };
  }

  private pacticipant(): object {
    const href = `${this.url}/pacticipants/ecs-metadata/branches/{branch}/versions/{version}`;
    return { name: 'ecs-metadata', _links: { 'pb:branch-version': { href, templated: true } } };
  }
}

const pactPath = '/pacts/provider/ecs-metadata/consumer/ecs-metadata-client/pact-version/1';
export const resultsLine = `POST ${pactPath}/verification-results`;
