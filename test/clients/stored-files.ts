import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { PactFile } from '../../contracts/pact/pact-file';
import { clients } from './clients';
import { clientsPage } from './clients-page';
import type { StoredClients } from './stored-clients';

/** The current folder is that of the project: these commands are npm scripts, and so are the tests. */
const data = 'docs/clients.json';

export function readStored(): StoredClients {
  return JSON.parse(readFileSync(data, 'utf8')) as StoredClients;
}

/** Writes the data, in the order of the list of clients, and the page that it makes. */
export function writeStored({ clients: results, implementations }: StoredClients): void {
  const sorted = Object.entries(implementations).sort(([one], [other]) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  const stored: StoredClients = {
    clients: inOrder(results),
    implementations: Object.fromEntries(sorted.map(([name, verified]) => [name, inOrder(verified)])),
  };
  writeFileSync(data, `${JSON.stringify(stored, null, 2)}\n`);
  writeFileSync('docs/clients.md', clientsPage(stored));
}

function inOrder<Value>(byClient: Readonly<Record<string, Value>>): Record<string, Value> {
  const names = clients.map(({ name }) => name).filter((name) => Object.hasOwn(byClient, name));
  return Object.fromEntries(names.map((name) => [name, byClient[name] as Value]));
}

/** The contract of a client: `contracts/pact/clients/openstacksdk.json`. */
export function contractPath(client: string): string {
  return `contracts/pact/clients/${client}.json`;
}

export function readContract(client: string): PactFile {
  return JSON.parse(readFileSync(contractPath(client), 'utf8')) as PactFile;
}

export function writeContract(client: string, contract: PactFile): void {
  mkdirSync('contracts/pact/clients', { recursive: true });
  writeFileSync(contractPath(client), `${JSON.stringify(contract, null, 2)}\n`);
}
