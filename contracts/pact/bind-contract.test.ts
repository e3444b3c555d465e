import { ecs } from '../profiles/ecs';
import { bindContract } from './bind-contract';
import contract from './contract.json';
import type { PactFile } from './pact-file';

const lenient = { ...ecs, statuses: { ...ecs.statuses, invalid: [422, 400] } };

const low = { ...ecs, limits: { ...ecs.limits, keyLength: 64, valueLength: 100 } };

function responseOf(file: PactFile, description: string): unknown {
  return file.interactions.find((interaction) => interaction.description.startsWith(description))?.response;
}

test('the committed contract follows the profile of the page', () => {
  expect(bindContract(contract, ecs)).toEqual(contract);
});

test('an interaction accepts every status of the profile', () => {
  const response = responseOf(bindContract(contract, lenient), 'KEY-03 v2 ');
  const status = { $: { combine: 'AND', matchers: [{ match: 'statusCode', status: [422, 400] }] } };
  expect(response).toMatchObject({ status: 422, matchingRules: { status } });
});

test('other parts than the status stay unchanged', () => {
  const [one, other] = [contract, bindContract(contract, lenient)].map((file) => responseOf(file, 'REPLACE-02 v2 '));
  expect(other).toEqual(one);
});

test('if any 2xx is right, the example of a replace shows the usual one', () => {
  const created = { ...ecs, statuses: { ...ecs.statuses, accepted: [201] } };
  expect(responseOf(bindContract(contract, created), 'ANSWER-02 v2 ')).toMatchObject({ status: 201 });
  expect(responseOf(bindContract(contract, created), 'REPLACE-01 v2 ')).toMatchObject({ status: 200 });
});

test.each([
  ['KEY-01', ['k', 'k'.repeat(64)], ['k', 'k'.repeat(255)]],
  ['KEY-04', ['k'.repeat(65)], ['k'.repeat(256)]],
  ['VALUE-01', ['v'.repeat(100)], ['v'.repeat(255)]],
  ['VALUE-04', ['v'.repeat(101)], ['v'.repeat(256)]],
  ['VALUE-05', ['é'.repeat(100)], ['é'.repeat(255)]],
])('%s is about the lengths of the profile', (clause, short, long) => {
  const of = (file: PactFile) => {
    const found = file.interactions.find(({ description }) => description.startsWith(`${clause} v2.1 `));
    return JSON.stringify([found?.providerStates, found?.request.body, found?.response.body]);
  };
  const [fitted, page] = [of(bindContract(contract, low)), of(bindContract(contract, ecs))];
  for (const text of short) expect(fitted).toContain(`"${text}"`);
  for (const text of long) {
    expect(page).toContain(`"${text}"`);
    if (text.length > 1) expect(fitted).not.toContain(text);
  }
});

test('interactions of other contracts stay unchanged', () => {
  const response = { status: 400 };
  const theirs = { ...contract, interactions: [{ description: 'x', request: { method: 'GET', path: '/' }, response }] };
  expect(bindContract(theirs, lenient)).toEqual(theirs);
});
