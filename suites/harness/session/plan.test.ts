import type { Version } from '../../../contracts/metadata';
import type { CheckInfo } from '../dsl/check-info';
import { Environment } from '../run/environment';
import { efforts, type RunPlan } from '../run/run-plan';
import { isSelected, plannedBudget } from './plan';

const plan = { effort: efforts.standard, seed: 1, corpus: [] };
const whole = new Environment(['v2.1', 'v2']);

/** The table of docs/search.md. */
test.each([
  ['quick', 6_000],
  ['standard', 17_000],
  ['thorough', 140_000],
] as const)('a whole run of %s effort announces about %d requests', (name, requests) => {
  const { expected, most } = plannedBudget({ ...plan, effort: efforts[name] }, whole);
  expect(Math.abs(expected / requests - 1)).toBeLessThan(0.1);
  expect(most).toBe(expected + Math.ceil(expected / 2));
});

test('a run of a few checks may use a thousand requests more than it announces, to shrink a counterexample', () => {
  const { expected, most } = plannedBudget({ ...plan, only: new Set(['KEY-04']) }, whole);
  expect(expected).toBeLessThan(500);
  expect(most).toBe(expected + 1_000);
});

test('checks that are left out are not announced', () => {
  const withoutProject = new Environment(['v2.1', 'v2'], [{ need: 'second-project', reason: 'none was named' }]);
  const oneVersion = new Environment(['v2'], [{ need: 'v2.1', reason: 'status 404' }]);
  const { expected } = plannedBudget(plan, whole);
  for (const environment of [withoutProject, oneVersion]) {
    expect(plannedBudget(plan, environment).expected).toBeLessThan(expected);
  }
  expect(plannedBudget(plan, oneVersion).expected).toBeGreaterThan(expected / 2);
});

test('a target that does not serve the operation costs next to nothing', () => {
  const without = new Environment(['v2'], [{ need: 'replace', reason: 'status 405' }]);
  expect(plannedBudget(plan, without).expected).toBeLessThanOrEqual(100);
});

const both = { effort: { bothVersions: true } } as RunPlan;
const inTurn = { effort: { bothVersions: false } } as RunPlan;
const all: readonly Version[] = ['v2.1', 'v2'];

/** The two heads of a check that is declared for both versions, and which of them run. */
function runs(plan: RunPlan, served: readonly Version[], head: Partial<CheckInfo> = {}): Version[] {
  const heads = all.map(
    (version): CheckInfo => ({
      id: 'KEY-01/t',
      clause: 'KEY-01',
      title: 't',
      version,
      isSampledVersion: version === 'v2.1',
      ...head,
    }),
  );
  return heads.filter((each) => isSelected(each, plan, served)).map(({ version }) => version);
}

describe('where both versions are served', () => {
  test.each<[string, RunPlan, Partial<CheckInfo>, readonly Version[]]>([
    ['under each', both, {}, ['v2.1', 'v2']],
    ['under one in turn', inTurn, {}, ['v2.1']],
    ['once, whatever the effort', both, { once: true }, ['v2.1']],
    ['not where another clause is asked for', { ...both, only: new Set(['KEY-02']) }, {}, []],
    ['where its clause is asked for', { ...inTurn, only: new Set(['KEY-01']) }, {}, ['v2.1']],
    ['not in a replay', { ...both, replay: { clause: 'KEY-01', seed: 1, path: '0' } }, {}, []],
  ])('a check runs %s', (_, plan, head, versions) => {
    expect(runs(plan, all, head)).toEqual(versions);
  });
});

describe.each(all)('where %s is served alone', (served) => {
  const other = all.filter((version) => version !== served);

  test.each([
    ['under each', both],
    ['in turn', inTurn],
  ])('every check runs under it once, also one that would run %s', (_, plan) => {
    expect(runs(plan, [served])).toEqual([served]);
    expect(runs(plan, [served], { once: true })).toEqual([served]);
  });

  test('a check that shows whether a version is served runs under both', () => {
    expect(runs(inTurn, [served], { always: true })).toEqual([...all]);
  });

  test('a check that needs the other version stays named, and its need leaves it out', () => {
    expect(runs(both, [served], { needs: other })).toEqual([...all]);
  });
});
