import type { Version } from '../../contracts/metadata';
import type { CheckHead } from './check';
import { isDue } from './is-due';
import type { SearchPlan } from './search-plan';

const both = { effort: { bothVersions: true } } as SearchPlan;
const inTurn = { effort: { bothVersions: false } } as SearchPlan;
const all: readonly Version[] = ['v2.1', 'v2'];

/** The two heads of a check that is declared for both versions, and which of them run. */
function runs(plan: SearchPlan, served: readonly Version[], head: Partial<CheckHead> = {}): Version[] {
  const heads = all.map(
    (version): CheckHead => ({ clause: 'KEY-01', title: 't', version, isTurn: version === 'v2.1', ...head }),
  );
  return heads.filter((each) => isDue(each, plan, served)).map(({ version }) => version);
}

describe('where both versions are served', () => {
  test.each<[string, SearchPlan, Partial<CheckHead>, readonly Version[]]>([
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

  test('a check that needs the other version is told, and left out by its need', () => {
    expect(runs(both, [served], { needs: other })).toEqual([...all]);
  });
});
