import { devNull } from 'node:os';
import { contractPublish } from '../../cli/commands/contract/contract-publish';
import { contractVerify } from '../../cli/commands/contract/contract-verify';
import { realMachine } from '../../cli/machine/machine';
import { CapturedOutput } from '../../cli/machine/testing/captured-output';
import { embeddedSettings } from '../../cli/target/embedded-target';
import contract from '../../contracts/pact/contract.json';
import { compliant } from '../../targets/embedded/compliant';
import { type StartOptions, startEndpoint } from '../../targets/embedded/start-endpoint';
import { FakeBroker, resultsLine } from './fake-broker';

// A whole verification takes a second or two, and many on a busy machine.
jest.setTimeout(60_000);

// The stand-in speaks no TLS, and reading the certificates of the machine would take longer than all the rest.
const environment = {
  PACT_BROKER_TOKEN: 'token-of-the-broker',
  PACT_BROKER_HTTP_RETRIES: '0',
  SSL_CERT_FILE: devNull,
};
const usual = { ...process.env };
let broker: FakeBroker;
let url: string;
let heard: CapturedOutput;

beforeEach(async () => {
  Object.assign(process.env, environment);
  broker = new FakeBroker();
  await broker.open();
  url = broker.url;
  heard = new CapturedOutput();
});
afterEach(async () => {
  for (const name of Object.keys(environment)) delete process.env[name];
  Object.assign(process.env, usual);
  await broker.close();
});

const publish = () => contractPublish({ broker: url, consumerVersion: '1.2.3', branch: 'main' }, heard.console);

async function verify(
  options: { providerVersion?: string; providerBranch?: string } = {},
  reference: StartOptions = {},
) {
  const { close, ...named } = await startEndpoint(reference);
  try {
    const given = embeddedSettings(named);
    const machine = { ...realMachine, console: heard.console };
    return await contractVerify(given, { fromBroker: url, provider: 'ecs-metadata', ...options }, machine);
  } finally {
    await close();
  }
}

test('our contract is published whole, for a version and a branch, with the token of the broker', async () => {
  expect(await publish()).toBe(0);
  const [{ pacticipantName, pacticipantVersionNumber, branch, contracts } = {}] =
    broker.bodies('POST /contracts/publish');
  expect([pacticipantName, pacticipantVersionNumber, branch]).toEqual(['ecs-metadata-client', '1.2.3', 'main']);
  const [{ content }] = contracts as [{ content: string }];
  // Pact's client puts its own version into the head.
  const { interactions } = JSON.parse(Buffer.from(content, 'base64').toString('utf8')) as typeof contract;
  expect(interactions).toEqual(contract.interactions);
  expect(broker.received.map(({ authorization }) => authorization)).not.toContain(undefined);
});

test('what the broker holds is verified, and the results are published for a version and a branch', async () => {
  await publish();
  expect(await verify({ providerVersion: '4.5.6', providerBranch: 'main' })).toBe(0);
  expect(heard.stdout).toContain('104 interactions: 104 passed');
  expect(broker.received.map(({ line }) => line)).toContain(
    'PUT /pacticipants/ecs-metadata/branches/main/versions/4.5.6',
  );
  expect(broker.bodies(resultsLine)).toMatchObject([{ success: true, providerApplicationVersion: '4.5.6' }]);
});

/** Two interactions show what becomes of a result, as all of them would. */
const accepted = contract.interactions.filter(({ response }) => response.status === 200);
const small = { ...contract, interactions: accepted.slice(0, 2) };

test('a provider that breaks the contract is published as such', async () => {
  broker.contract = small;
  const behaviour = {
    answer: (...args: Parameters<typeof compliant.answer>) => ({ ...compliant.answer(...args), status: 201 }),
  };
  expect(await verify({ providerVersion: '4.5.6' }, { behaviour })).toBe(1);
  expect(broker.bodies(resultsLine)).toMatchObject([{ success: false }]);
});

test('without a version nothing is published', async () => {
  broker.contract = small;
  expect(await verify()).toBe(0);
  expect(broker.bodies(resultsLine)).toEqual([]);
});

test('results that the broker does not take leave the verification incomplete, and are told', async () => {
  broker.contract = small;
  broker.acceptsResults = false;
  expect(await verify({ providerVersion: '4.5.6' })).toBe(3);
  expect(heard.stderr).toContain('NOT PUBLISHED');
});

test('a broker without a contract for the provider is no success', async () => {
  await expect(verify()).rejects.toThrow(/nothing was verified: No pacts found for provider 'ecs-metadata'/);
});

test('a broker that is not there is told, by either command', async () => {
  await broker.close();
  await expect(verify()).rejects.toThrow(/nothing was verified/);
  await expect(publish()).rejects.toThrow(/was not published/);
});
