import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractVerify } from '../../cli/commands/contract/contract-verify';
import { realMachine } from '../../cli/machine/machine';
import { CapturedOutput } from '../../cli/machine/testing/captured-output';
import { isProviderState } from '../../contracts/pact/provider-states';
import { clients } from './clients';
import { clientsPage } from './clients-page';
import { findings } from './findings';
import { scenarios } from './scenarios';
import { contractPath, readContract, readStored } from './stored-files';

// A whole verification takes a second or two, and many on a busy machine.
jest.setTimeout(120_000);

const stored = readStored();
const names = clients.map(({ name }) => name);

test('the page is the one that the stored results make', () => {
  expect(readFileSync('docs/clients.md', 'utf8')).toBe(clientsPage(stored));
});

test('every client is recorded in its version, with every scenario', () => {
  expect(Object.keys(stored.clients)).toEqual(names);
  for (const { name, version } of clients) {
    expect(stored.clients[name]?.version).toBe(version);
    expect(Object.keys(stored.clients[name]?.results ?? {})).toEqual(scenarios.map(({ id }) => id));
  }
  expect(readdirSync('contracts/pact/clients').sort()).toEqual(names.map((name) => `${name}.json`).sort());
});

const outcomes = names.flatMap((client) =>
  Object.entries(stored.clients[client]?.results ?? {}).map(([scenario, { outcome }]) => ({
    words: `${client} ${scenario}: ${outcome}`,
    isWrong: !['done', 'reported', 'absent'].includes(outcome),
  })),
);
const explained = findings.flatMap(({ client, scenarios: ids, outcome }) =>
  ids.map((scenario) => `${client} ${scenario}: ${outcome}`),
);

test('each finding is what the stored results show', () => {
  expect(outcomes.map(({ words }) => words)).toEqual(expect.arrayContaining(explained));
});

test('each wrong outcome has a finding', () => {
  expect(explained).toEqual(
    expect.arrayContaining(outcomes.filter(({ isWrong }) => isWrong).map(({ words }) => words)),
  );
});

test.each(names)('%s: the contract has known provider states and no secret', (name) => {
  const { interactions } = readContract(name);
  for (const state of interactions.flatMap(({ providerStates = [] }) => providerStates))
    expect(isProviderState(state)).toBe(true);
  for (const { request } of interactions)
    expect(request).toMatchObject({ headers: { 'x-auth-token': ['token-of-the-project'] } });
  expect(JSON.stringify(interactions)).not.toMatch(/password|Bearer|127\.0\.0\.1/i);
});

test.each(names)('%s: the embedded endpoint keeps the contract', async (name) => {
  const output = new CapturedOutput();
  const settings = { out: mkdtempSync(join(tmpdir(), 'client-contract-')) };
  const source = { provider: 'ecs-metadata', pact: contractPath(name) };
  const code = await contractVerify(settings, source, { ...realMachine, console: output.console });
  expect(output.stdout).toContain(`${readContract(name).interactions.length} passed`);
  expect(code).toBe(0);
});
