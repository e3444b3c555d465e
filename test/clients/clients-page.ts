import { escapeInvisible } from '../../contracts/text/escape-invisible';
import { type Client, clients } from './clients';
import { contractsSection } from './contracts-section';
import { findings } from './findings';
import { type Scenario, scenarios } from './scenarios';
import type { StoredClients, StoredRequest, StoredResult } from './stored-clients';
import { table } from './table';

/** `docs/clients.md`: the results of the stored clients, and of their contracts. */
export function clientsPage(stored: StoredClients): string {
  return `# Real clients

These clients come unchanged from public registries. Each one made the same calls against the [mock](mock.md), which
recorded what it sent and compared the stored map with the right one. \`npm run client -- NAME\` installs a client, records it
again, and writes its contract and this page. The page is generated from \`docs/clients.json\`.

${clientTable()}

## Operations

✓: the map is right, and so is the returned one. ✗: it is not, or the client reports an error: see [Findings](#findings). —: the
client has no such call. Behind the sign: the methods of the requests to the compute API.

${scenarioTable(stored, scenarios.filter(isAccepted), describeAccepted)}

A write is \`replace\` where the client has it, and \`set\` otherwise.

## Errors

The API rejects each of these requests. A cell shows the error of the client, and the status that it carries. †: the error does
not contain the message of the API. ✗: the client reports success, or an error of its own.

${scenarioTable(
  stored,
  scenarios.filter((scenario) => !isAccepted(scenario)),
  describeRejected,
)}

## Findings

${findingList()}

## Calls

${callSections(stored)}

${contractsSection(stored)}`;
}

function isAccepted({ expected }: Scenario): boolean {
  return 'stored' in expected;
}

function clientTable(): string {
  const rows = clients.map(({ name, version, language, registry, package: id }) => [
    `\`${name}\``,
    version,
    language,
    `\`${id}\``,
    registry,
  ]);
  return table(['client', 'version', 'language', 'package', 'registry'], rows);
}

function scenarioTable(
  stored: StoredClients,
  rows: readonly Scenario[],
  describe: (result: StoredResult) => string,
): string {
  const recorded = clients.filter(({ name }) => stored.clients[name] !== undefined);
  return table(
    ['', ...recorded.map(({ name }) => name)],
    rows.map(({ id, title }) => [
      title,
      ...recorded.map(({ name }) => {
        const result = stored.clients[name]?.results[id];
        return result === undefined ? '?' : describe(result);
      }),
    ]),
  );
}

function describeAccepted({ outcome, requests }: StoredResult): string {
  if (outcome === 'absent') return '—';
  const sign = outcome === 'done' ? '✓' : `✗ ${outcome}:`;
  return `${sign} ${methodsOf(requests)}`;
}

function methodsOf(requests: readonly StoredRequest[]): string {
  return requests.length === 0 ? 'sends nothing' : requests.map(({ method }) => method).join(' ');
}

function describeRejected({ outcome, error, hasApiMessage }: StoredResult): string {
  if (outcome === 'absent') return '—';
  if (error === undefined) return '✗ success';
  if (outcome === 'failed') return `✗ \`${error.type}\``;
  const status = error.status === null ? 'no status' : error.status;
  return `\`${error.type}\` ${status}${hasApiMessage ? '' : ' †'}`;
}

function findingList(): string {
  return clients
    .map(({ name }) => findings.filter((finding) => finding.client === name))
    .filter((own) => own.length > 0)
    .map((own) => own.map(({ client, sentence }) => `- **${client}**: ${sentence}`).join('\n'))
    .join('\n');
}

/** The calls of each client with the requests that they send. */
function callSections(stored: StoredClients): string {
  return clients
    .filter(({ name }) => stored.clients[name] !== undefined)
    .map((client) => `### ${client.name} ${client.version}\n\n${callTable(stored, client)}`)
    .join('\n\n');
}

function callTable(stored: StoredClients, { name }: Client): string {
  const results = scenarios
    .filter(isAccepted)
    .map(({ id, title }) => ({ title, result: stored.clients[name]?.results[id] }));
  const rows = results.flatMap(({ title, result }) =>
    result === undefined || result.outcome === 'absent'
      ? []
      : [[title, `\`${result.call}\``, result.requests.map(describeRequest).join('<br>') || 'nothing']],
  );
  return table(['', 'call', 'sends'], rows);
}

function describeRequest({ method, path, body, status }: StoredRequest): string {
  const line = body.replaceAll(/\s*\n\s*/g, ' ');
  const text = [method, path.replace('/v2.1/{project_id}/servers/{server_id}', '…'), line].filter(Boolean).join(' ');
  return `\`${escapeInvisible(text)}\` → ${status}`;
}
