import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MatchersV3, PactV4 } from '@pact-foundation/pact';
import { metadataPath } from '../../contracts/http/route';
import type { Metadata, Version } from '../../contracts/metadata';
import { bindContract } from '../../contracts/pact/bind-contract';
import { MetadataClient } from '../../contracts/pact/client';
import type { Example, ExpectedAnswer } from '../../contracts/pact/examples';
import { type PactFile, referenceGroup } from '../../contracts/pact/pact-file';
import { ecs } from '../../contracts/profiles/ecs';

// Pact would tell its makers of every run.
process.env.PACT_DO_NOT_TRACK = 'true';

/** Ids of the mock's; a verifier puts its own in their places. */
const mockIds = { projectId: 'project', serverId: 'server', token: 'token-of-the-project' };

/** The response of the mock, as our client read it. */
export type ClientOutcome = { readonly metadata: Metadata } | { readonly error: Error };

/** Writes the contract: has our client go through every example against Pact's mock server, one folder for all. */
export class ContractGenerator {
  private readonly folder = mkdtempSync(join(tmpdir(), 'ecs-metadata-pact-'));

  /** @throws where the client does not send what the example says. */
  async runExample(example: Example, version: Version): Promise<ClientOutcome> {
    const { clause, title, answer, anonymous } = example;
    const pact = new PactV4({
      dir: this.folder,
      consumer: 'ecs-metadata-client',
      provider: 'ecs-metadata',
      logLevel: 'error',
    });
    const given = example.given(version);
    const unconfigured = pact.addInteraction().uponReceiving(`${clause} ${version} ${title}`);
    for (const { name, params } of given) unconfigured.given(name, { ...params } as never);
    unconfigured
      .reference(referenceGroup, 'clause', clause)
      .reference(referenceGroup, 'title', title)
      .reference(referenceGroup, 'cases', (answer.cases ?? []).join(' '));
    const [first] = answer.cases ?? [];
    const interaction = unconfigured
      .withRequest(isReadExample(example) ? 'GET' : 'PUT', pathTemplate(version) as never, (request) => {
        if (anonymous === undefined) request.headers({ 'X-Auth-Token': MatchersV3.string(mockIds.token) });
        if (!isReadExample(example)) request.jsonBody({ metadata: example.sent });
      })
      .willRespondWith(first === undefined ? 200 : (ecs.statuses[first][0] ?? 200), (response) => {
        const { headers, body } = responseTemplate(answer);
        if (headers !== undefined) response.headers(headers);
        if (body !== undefined) response.jsonBody(body);
      });
    const outcome = await interaction.executeTest(async ({ url, port }) => {
      const outcome = await callClient(example, version, url);
      await waitUntilCounted(pact, port);
      return outcome;
    });
    if (outcome === undefined) throw new Error(`${clause}: Pact gave nothing back`);
    return outcome;
  }

  /** The contract as it is committed. */
  contract(): string {
    const [file = ''] = readdirSync(this.folder);
    const written = JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as PactFile;
    return `${JSON.stringify(bindContract(written, ecs), null, 2)}\n`;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function isReadExample(example: Example): boolean {
  return !('sent' in example);
}

async function callClient(example: Example, version: Version, endpoint: string): Promise<ClientOutcome> {
  const { projectId, serverId, token } = mockIds;
  const credential = example.anonymous ? {} : { token };
  const client = new MetadataClient({ endpoint, projectId, version, ...credential });
  try {
    // A caller without types can have the client send anything that JSON can spell.
    const metadata = isReadExample(example)
      ? await client.read(serverId)
      : await client.replace(serverId, example.sent as Metadata);
    return { metadata };
  } catch (error) {
    return { error: error as Error };
  }
}

/** The mock answers before it counts a request as received, and Pact looks at once: on a busy machine it may miss it. */
async function waitUntilCounted(pact: PactV4, port: number): Promise<void> {
  const { pact: mock } = pact as unknown as { pact: { mockServerMatchedSuccessfully(port: number): boolean } };
  for (let left = 500; left > 0 && !mock.mockServerMatchedSuccessfully(port); left -= 1) await sleep(10);
}

/**
 * The path with its ids from the provider state. Matcher and generator are written by hand: Pact's own
 * `fromProviderState` would have the mock accept any path.
 */
function pathTemplate(version: Version): object {
  const shape = metadataPath(version, '[^/]+', '[^/]+').replaceAll('.', '\\.');
  return {
    'pact:matcher:type': 'regex',
    regex: `^${shape}$`,
    value: metadataPath(version, mockIds.projectId, mockIds.serverId),
    'pact:generator:type': 'ProviderState',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Pact fills these in.
    expression: metadataPath(version, '${project_id}', '${server_id}'),
  };
}

/** Pact lets members pass that an answer holds beside the expected ones: only `equality` says "exactly". */
function responseTemplate({ metadata, body, cases }: ExpectedAnswer): {
  headers?: Record<string, never>;
  body?: unknown;
} {
  if (metadata !== undefined) {
    return { body: body === 'alone' ? MatchersV3.equal({ metadata }) : { metadata: MatchersV3.equal(metadata) } };
  }
  if (body === 'typed') {
    const type = MatchersV3.regex('^(?i)application/json\\s*(;.*)?$', 'application/json');
    return { headers: { 'Content-Type': type as never }, body: { metadata: {} } };
  }
  return body === 'any' || cases === undefined ? { body: { metadata: {} } } : {};
}
