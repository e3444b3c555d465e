import type { ClauseId } from '../contracts/clauses';
import { ecs } from '../contracts/profiles/ecs';
import type { Observed } from './breach';
import { countsOf, isWaived, type Known, reasonOf, sortChecks, verdictOf } from './clause-verdict';
import { notApplicable, notRun, notTested, observed, passed } from './testing/observed';
import { nothingWaived } from './waivers';

const must: ClauseId = 'KEY-06';
const open: ClauseId = 'KEY-07';
const kept: Known = { satisfied: 3, violated: 0, readings: [] };
const unseen: Known = { satisfied: 0, violated: 0, readings: [] };

const nothingBlamed = () => [];
const sorted = (...checks: readonly Observed[]) => sortChecks(checks[0]?.ended.clause ?? must, checks, nothingBlamed);
const judged = (checks: readonly Observed[], known: Known = kept, id: ClauseId = must) =>
  verdictOf(id, ecs, sorted(...checks), known);

const shows = observed(must, passed);
const showsNothing = observed(must, passed, false);
const inconclusive = observed(must, notTested('no server'));
const needsProject = observed(must, notRun('second-project'));
const needsItems = observed(must, notRun('item-operations/add', 'status 404'));
const nothingToSee = observed(must, notApplicable('the target has no limit'));

describe('the verdict of a clause', () => {
  test.each<[string, readonly Observed[], Known, string]>([
    ['every check shows it satisfied', [shows, shows], kept, 'passed'],
    ['one check shows it violated', [shows], { ...kept, violated: 1 }, 'failed'],
    ['it is violated and some checks show nothing', [shows, inconclusive], { ...kept, violated: 1 }, 'failed'],
    ['one check of many shows nothing', [shows, shows, inconclusive], kept, 'not tested'],
    ['one check passes and no exchange of it is about the clause', [shows, showsNothing], kept, 'not tested'],
    ['there is no check', [], unseen, 'not tested'],
    ['what is left out needs what is not offered', [shows, needsProject], kept, 'passed'],
    ['all checks need a capability that is required', [needsProject], unseen, 'not tested'],
    ['all checks need what the page does not ask for', [needsItems, needsItems], unseen, 'not applicable'],
    ['some of them need what the page asks for', [needsItems, needsProject], unseen, 'not tested'],
    ['there is nothing to see', [nothingToSee], unseen, 'not applicable'],
    ['there is nothing to see for some checks', [shows, nothingToSee], kept, 'passed'],
    ['only other clauses were seen', [observed(must, passed)], unseen, 'not tested'],
  ])('where %s', (_, checks, known, verdict) => {
    expect(judged(checks, known)).toBe(verdict);
  });

  const reads = (...readings: readonly string[]): Known => ({ ...kept, readings });
  test.each<[string, readonly Observed[], Known, string]>([
    ['one reading', [observed(open, passed)], reads('refuses it'), 'open'],
    ['two readings', [observed(open, passed)], reads('refuses it', 'takes it'), 'failed'],
    ['no reading', [observed(open, passed)], reads(), 'not tested'],
    [
      'one reading, and a check that shows nothing',
      [observed(open, passed), inconclusive],
      reads('takes it'),
      'not tested',
    ],
  ])('of an open clause with %s', (_, checks, known, verdict) => {
    expect(judged(checks, known, open)).toBe(verdict);
  });

  test('a property need not show its clause by itself, and a violation is evidence', () => {
    const { version: _, ...ended } = showsNothing.ended;
    const property = { ...showsNothing, ended };
    expect(sortChecks(must, [property], nothingBlamed).conclusive).toEqual([property]);
    expect(sortChecks(must, [showsNothing], () => [must]).conclusive).toEqual([showsNothing]);
  });
});

test('a request that is wrongly taken shows nothing of what a refusal must do', () => {
  const blamed = () => ['KEY-05' as const];
  const atomic = observed('ATOMIC-01', passed, false);
  expect(sortChecks('ATOMIC-01', [atomic], blamed).void).toEqual([atomic]);
  expect(sortChecks(must, [showsNothing], blamed).inconclusive).toEqual([showsNothing]);
  expect(reasonOf(sortChecks(must, [showsNothing], blamed), blamed)).toBe('hindered by KEY-05');
});

test('the numbers of its checks tell apart what ran, what showed nothing and what was left out', () => {
  const checks = sorted(shows, shows, inconclusive, needsProject, nothingToSee);
  expect(countsOf(checks)).toEqual({ run: 2, notTested: 1, notRun: 1 });
});

test.each<[string, readonly Observed[], string]>([
  ['all checks showed it', [shows], ''],
  ['one of several showed nothing', [shows, inconclusive], '1 of 2 checks show nothing: no server'],
  ['none showed anything', [inconclusive, inconclusive], 'no server'],
  ['the exchanges were not about it', [showsNothing], 'nothing that it saw tells of the clause'],
  ['a capability is missing for some', [shows, needsProject, needsProject], '2 checks need a second project'],
  ['one is missing for one', [shows, needsItems], '1 check needs the operations on single items (add)'],
  ['one is missing for all', [needsProject], 'it needs a second project'],
  ['a part of one is missing', [observed(must, notRun('vm-states/building'))], 'it needs other vm_states (building)'],
  [
    'many parts of one are missing',
    [shows, ...['a', 'b', 'a', 'c', 'd', 'e'].map((part) => observed(must, notRun(`vm-states/${part}`)))],
    '6 checks need other vm_states (a, b, c, d, …)',
  ],
  [
    'both',
    [shows, inconclusive, needsProject],
    '1 of 2 checks show nothing: no server; 1 check needs a second project',
  ],
  ['there is nothing to see', [nothingToSee], 'the target has no limit'],
  [
    'the reasons are many',
    ['a', 'b', 'c', 'd'].map((reason) => observed(must, notTested(reason))),
    'a; b; and 2 more reasons',
  ],
])('the reason where %s', (_, checks, reason) => {
  expect(reasonOf(sorted(...checks), nothingBlamed)).toBe(reason);
});

test('a clause without checks says so', () => {
  expect(reasonOf(sorted(), nothingBlamed)).toMatch(/no check is about it$/);
});

describe('a waiver', () => {
  const byCapability = { ...nothingWaived, capabilities: new Set(['second-project'] as const) };
  const byClause = { ...nothingWaived, clauses: new Set([must]) };

  test('by its name covers a clause that was not tested, whatever the reason', () => {
    expect(isWaived(must, 'not tested', sorted(inconclusive), byClause)).toBe(true);
    expect(isWaived(must, 'not tested', sorted(needsProject), byClause)).toBe(true);
    expect(isWaived('KEY-01', 'not tested', sorted(inconclusive), byClause)).toBe(false);
  });

  test('by a capability covers a clause that lacks nothing else', () => {
    expect(isWaived(must, 'not tested', sorted(needsProject), byCapability)).toBe(true);
    const needsStates = observed(must, notRun('vm-states/rescued'));
    expect(isWaived(must, 'not tested', sorted(needsProject, needsStates), byCapability)).toBe(false);
    expect(isWaived(must, 'not tested', sorted(needsProject, inconclusive), byCapability)).toBe(false);
    expect(isWaived(must, 'not tested', sorted(inconclusive), byCapability)).toBe(false);
  });

  test.each(['passed', 'failed', 'open', 'not applicable'] as const)('covers nothing that is %s', (verdict) => {
    expect(isWaived(must, verdict, sorted(needsProject), byClause)).toBe(false);
  });
});
