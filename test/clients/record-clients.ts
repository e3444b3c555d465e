import { clientContract } from './client-contract';
import { type Client, clientsOf } from './clients';
import { Driver } from './driver';
import { type Played, playScenario } from './play-scenario';
import { type Scenario, scenarios } from './scenarios';
import { readStored, writeContract, writeStored } from './stored-files';
import { toStoredResult } from './stored-result';

/**
 * `npm run client -- openstacksdk`: installs the clients of these names, or all, plays every scenario with each, and
 * writes its contract, `docs/clients.json` and `docs/clients.md`.
 */
async function main(names: readonly string[]): Promise<void> {
  for (const client of clientsOf(names)) {
    const driver = await Driver.install(client);
    const played: [Scenario, Played][] = [];
    for (const scenario of scenarios) {
      const one = await playScenario(scenario, driver);
      console.log(`${client.name}: ${scenario.title}: ${one.outcome}`);
      played.push([scenario, one]);
    }
    store(client, played);
  }
}

function store(client: Client, played: readonly (readonly [Scenario, Played])[]): void {
  const results = Object.fromEntries(played.map(([{ id }, one]) => [id, toStoredResult(one)]));
  writeContract(client.name, clientContract(client, played));
  const before = readStored();
  writeStored({ ...before, clients: { ...before.clients, [client.name]: { version: client.version, results } } });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
