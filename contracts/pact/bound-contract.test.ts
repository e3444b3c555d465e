import { ecs } from '../profiles/ecs';
import { boundContract } from './bound-contract';
import contract from './contract.json';
import type { PactFile } from './pact-file';

const lenient = { ...ecs, statuses: { ...ecs.statuses, invalid: [422, 400] } };

function responseOf(file: PactFile, description: string): unknown {
  return file.interactions.find((interaction) => interaction.description.startsWith(description))?.response;
}

test('the committed contract is bound by the profile of the page', () => {
  expect(boundContract(contract, ecs)).toEqual(contract);
});

test('an interaction takes every status that the profile calls right', () => {
  const response = responseOf(boundContract(contract, lenient), 'KEY-03 v2 ');
  const status = { $: { combine: 'AND', matchers: [{ match: 'statusCode', status: [422, 400] }] } };
  expect(response).toMatchObject({ status: 422, matchingRules: { status } });
});

test('what the status is not about stays as it was', () => {
  const [one, other] = [contract, boundContract(contract, lenient)].map((file) => responseOf(file, 'REPLACE-02 v2 '));
  expect(other).toEqual(one);
});

test("an interaction of somebody else's is left alone", () => {
  const response = { status: 400 };
  const theirs = { ...contract, interactions: [{ description: 'x', request: { method: 'GET', path: '/' }, response }] };
  expect(boundContract(theirs, lenient)).toEqual(theirs);
});
