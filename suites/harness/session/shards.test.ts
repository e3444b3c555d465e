import type { CheckId } from '../../../contracts/evidence/check-id';
import { Environment } from '../run/environment';
import { efforts, type RunPlan } from '../run/run-plan';
import { declaredChecks, plannedBudget, plannedChecks } from './plan';
import { recordedChecks, splitChecks } from './shards';

const planOf = (name: keyof typeof efforts): RunPlan => ({ effort: efforts[name], seed: 1, corpus: [] });
const whole = new Environment(['v2.1', 'v2']);
const { checks, properties } = declaredChecks();
const declared = [...checks, ...properties].map(({ id }) => id).toSorted();

describe.each(['quick', 'standard', 'thorough'] as const)('at %s effort', (name) => {
  const plan = planOf(name);

  test.each([1, 2, 4, 7])('each check is in exactly one of %d shards', (count) => {
    const all = splitChecks(plan, count).flatMap((only) => [...only]);
    expect(all.toSorted()).toEqual(declared);
  });

  test('the shards expect the same number of requests, up to the most expensive check', () => {
    const largest = Math.max(...plannedChecks(plan, whole).map(({ requests }) => requests));
    const announced = splitChecks(plan, 4).map((only) => plannedBudget({ ...plan, only }, whole).expected);
    expect(Math.max(...announced) - Math.min(...announced)).toBeLessThanOrEqual(largest);
    expect(Math.max(...announced)).toBeLessThan(plannedBudget(plan, whole).expected / 2);
  });
});

test('the split does not depend on the seed, and only on the selected checks', () => {
  const plan = planOf('quick');
  expect(splitChecks({ ...plan, seed: 2 }, 4)).toEqual(splitChecks(plan, 4));
  const only = new Set(['KEY-04', 'VALUE-03/round-trip'] as const);
  const selected = splitChecks({ ...plan, only }, 3).flatMap((each) => [...each]);
  expect(selected.toSorted()).toEqual(
    declared.filter((id) => id.startsWith('KEY-04/') || id === 'VALUE-03/round-trip'),
  );
});

test('the checks that a run records are named as in its evidence', () => {
  const only = new Set<CheckId>(['KEY-05/slash']);
  const quick = { ...planOf('quick'), only };
  const both = recordedChecks({ ...planOf('standard'), only }, ['v2.1', 'v2']).map(({ check }) => check);
  expect(both.toSorted()).toEqual(['KEY-05/slash v2', 'KEY-05/slash v2.1']);
  expect(recordedChecks(quick, ['v2'])).toEqual([
    expect.objectContaining({
      kind: 'check',
      check: 'KEY-05/slash v2',
      id: 'KEY-05/slash',
      clause: 'KEY-05',
      version: 'v2',
    }),
  ]);
});
