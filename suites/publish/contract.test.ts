import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { versions } from '../../contracts/metadata';
import { MetadataApiError } from '../../contracts/pact/client';
import { examples } from '../../contracts/pact/examples';
import { isProviderState } from '../../contracts/pact/provider-states';
import { ecs } from '../../contracts/profiles/ecs';
import { ContractGenerator } from './contract';

const generator = new ContractGenerator();
afterAll(() => generator.close());

describe.each(versions)('our client under %s', (version) => {
  test.each(examples.map((example) => [`${example.clause} ${example.title}`, example] as const))(
    '%s',
    async (_, example) => {
      const outcome = await generator.runExample(example, version);
      const { cases = ['accepted'], metadata = {} } = example.answer;
      const statuses = cases.flatMap((name) => ecs.statuses[name]);
      if (statuses.includes(200)) expect(outcome).toEqual({ metadata });
      else expect(outcome).toMatchObject({ error: expect.any(MetadataApiError) });
      if ('error' in outcome) expect(outcome.error).toMatchObject({ status: statuses[0] });
    },
  );
});

test.each(examples.map((example) => [`${example.clause} ${example.title}`, example] as const))(
  '%s presupposes what a verifier can bring about',
  (_, { given }) => {
    for (const state of versions.flatMap(given)) expect(isProviderState(state)).toBe(true);
  },
);

test('the committed contract is what our client relies on (npm run docs writes it)', () => {
  const committed = readFileSync(resolve(__dirname, '../../contracts/pact/contract.json'), 'utf8');
  expect(generator.contract()).toBe(committed);
});
