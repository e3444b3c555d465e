import { clients } from './clients';
import type { StoredClients, StoredVerification } from './stored-clients';
import { table } from './table';

/** The section of the page about the contracts of the clients and the implementations that keep them. */
export function contractsSection({ implementations }: StoredClients): string {
  const names = Object.keys(implementations);
  const recorded = clients.filter(({ name }) => names.some((each) => implementations[each]?.[name] !== undefined));
  const rows = recorded.map(({ name }) => [
    `[${name}](../contracts/pact/clients/${name}.json)`,
    ...names.map((each) => describe(implementations[each]?.[name])),
  ]);
  return `## Contracts

What a client sent is a Pact contract (V4) in \`contracts/pact/clients/\`: each request for one server or its metadata, the state of
the server before it, and the response that the client got from the mock. Ids come from the provider states, and the
token is a placeholder. A response has its status and its map exactly, and nothing else. \`contract verify --pact FILE\` verifies
one against your target: see [Contract](contract.md). \`npm run client:verify -- nova@34\` verifies all against an
implementation. For mimic, which serves /v2 alone, the paths are those of /v2.

Of the interactions of each contract, so many passed:

${table(['contract', ...names], rows)}

${names.map((name) => failures(name, implementations[name] ?? {})).join('\n\n')}
`;
}

function describe(verification: StoredVerification | undefined): string {
  if (verification === undefined) return '';
  const { passed, failed, notVerified } = verification;
  const verified = passed + failed.length;
  const open = notVerified.length === 0 ? '' : `, ${notVerified.length} not verified`;
  return `${failed.length === 0 ? '✓' : '✗'} ${passed} of ${verified}${open}`;
}

/** Interactions of several contracts fail for the same reason: each reason is listed once, with its clients. */
function failures(name: string, byClient: Readonly<Record<string, StoredVerification>>): string {
  const reasons = new Map<string, string[]>();
  for (const [client, { failed, notVerified }] of Object.entries(byClient)) {
    for (const [kind, interactions] of Object.entries({ failed, 'not verified': notVerified })) {
      for (const { description, reason } of interactions) {
        const words = `${kind}, ${description}: ${reason}`;
        reasons.set(words, [...(reasons.get(words) ?? []), client]);
      }
    }
  }
  if (reasons.size === 0) return `${name}: every interaction passed.`;
  const lines = [...reasons].map(([words, names]) => `- ${words} (${names.join(', ')})`);
  return `${name}:\n\n${lines.join('\n')}`;
}
