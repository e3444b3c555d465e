import type { ClauseId } from '../../contracts/clauses';
import { type Reading, reading, readingByRejection } from '../../contracts/oracle/finding';
import { ecs } from '../../contracts/profiles/ecs';
import type { CheckRecord } from '../collector/check-record';
import { makeCheckRecord, notApplicable, notRun, notTested, passed } from '../testing/check-records';
import { type ClauseFindings, classifyChecks, clauseVerdict, countChecks, isWaived } from './clause-verdict';
import { followedReadings } from './followed-readings';
import { untestedReason } from './untested-reason';
import { noWaivers } from './waivers';

const must: ClauseId = 'KEY-06';
const open: ClauseId = 'KEY-07';
const kept: ClauseFindings = { satisfied: 3, violated: 0, readings: [] };
const unseen: ClauseFindings = { satisfied: 0, violated: 0, readings: [] };

const nothingBlamed = () => [];
const sorted = (...checks: readonly CheckRecord[]) =>
  classifyChecks(checks[0]?.ended.clause ?? must, checks, nothingBlamed);
const judged = (checks: readonly CheckRecord[], known: ClauseFindings = kept, id: ClauseId = must) =>
  clauseVerdict(id, ecs, sorted(...checks), known);

const shows = makeCheckRecord(must, passed);
const showsNothing = makeCheckRecord(must, passed, false);
const inconclusive = makeCheckRecord(must, notTested('no server'));
const needsProject = makeCheckRecord(must, notRun('second-project'));
const needsItems = makeCheckRecord(must, notRun('item-operations/add', 'status 404'));
const nothingToSee = makeCheckRecord(must, notApplicable('the target has no limit'));

describe('the verdict of a clause', () => {
  test.each<[string, readonly CheckRecord[], ClauseFindings, string]>([
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
    ['only other clauses were seen', [makeCheckRecord(must, passed)], unseen, 'not tested'],
  ])('if %s', (_, checks, known, verdict) => {
    expect(judged(checks, known)).toBe(verdict);
  });

  const reads = (...readings: readonly string[]): ClauseFindings => ({ ...kept, readings });
  test.each<[string, readonly CheckRecord[], ClauseFindings, string]>([
    ['one reading', [makeCheckRecord(open, passed)], reads('refuses it'), 'open'],
    ['two readings', [makeCheckRecord(open, passed)], reads('refuses it', 'takes it'), 'failed'],
    ['no reading', [makeCheckRecord(open, passed)], reads(), 'not tested'],
    [
      'one reading, and a check that shows nothing',
      [makeCheckRecord(open, passed), inconclusive],
      reads('takes it'),
      'not tested',
    ],
    ['two readings in checks of other clauses', [], reads('refuses it', 'takes it'), 'not tested'],
    [
      'two readings, and no room for its own checks',
      [],
      { ...reads('refuses it', 'takes it'), isLeftOut: true },
      'failed',
    ],
    ['one reading, and no room for its own checks', [], { ...reads('takes it'), isLeftOut: true }, 'not tested'],
  ])('of an open clause with %s', (_, checks, known, verdict) => {
    expect(judged(checks, known, open)).toBe(verdict);
  });

  test('a property need not show its clause by itself, and a violation is evidence', () => {
    const { version: _, ...ended } = showsNothing.ended;
    const property = { ...showsNothing, ended };
    expect(classifyChecks(must, [property], nothingBlamed).conclusive).toEqual([property]);
    expect(classifyChecks(must, [showsNothing], () => [must]).conclusive).toEqual([showsNothing]);
  });
});

test('a wrongly accepted request is no evidence for the clauses of rejections', () => {
  const blamed = () => ['KEY-05' as const];
  const atomic = makeCheckRecord('ATOMIC-01', passed, false);
  expect(classifyChecks('ATOMIC-01', [atomic], blamed).notApplicable).toEqual([atomic]);
  expect(classifyChecks(must, [showsNothing], blamed).inconclusive).toEqual([showsNothing]);
  expect(untestedReason(classifyChecks(must, [showsNothing], blamed), blamed)).toBe(
    'KEY-05 failed in the same requests',
  );
});

test('the numbers of checks distinguish evidence, no evidence, and not run', () => {
  const checks = sorted(shows, shows, inconclusive, needsProject, nothingToSee);
  expect(countChecks(checks, 0)).toEqual({ run: 2, notTested: 1, notRun: 1 });
  expect(countChecks(checks, 3)).toEqual({ run: 2, notTested: 1, notRun: 4 });
});

test.each<[string, readonly CheckRecord[], string]>([
  ['all checks showed it', [shows], ''],
  ['one of several showed nothing', [shows, inconclusive], '1 of 2 checks shows nothing: no server'],
  ['none showed anything', [inconclusive, inconclusive], 'no server'],
  ['the exchanges were not about it', [showsNothing], 'no exchange shows the clause'],
  ['a capability is missing for some', [shows, needsProject, needsProject], '2 checks need a second project'],
  ['one is missing for one', [shows, needsItems], '1 check needs the operations on single items (add)'],
  ['one is missing for all', [needsProject], 'it needs a second project'],
  [
    'a part of one is missing',
    [makeCheckRecord(must, notRun('vm-states/building'))],
    'it needs other vm_states (building)',
  ],
  [
    'many parts of one are missing',
    [shows, ...['a', 'b', 'a', 'c', 'd', 'e'].map((part) => makeCheckRecord(must, notRun(`vm-states/${part}`)))],
    '6 checks need other vm_states (a, b, c, d, …)',
  ],
  [
    'both',
    [shows, inconclusive, needsProject],
    '1 of 2 checks shows nothing: no server; 1 check needs a second project',
  ],
  ['there is nothing to see', [nothingToSee], 'the target has no limit'],
  [
    'the reasons are many',
    ['a', 'b', 'c', 'd'].map((reason) => makeCheckRecord(must, notTested(reason))),
    '4 reasons, the first two: a; b',
  ],
])('the reason if %s', (_, checks, reason) => {
  expect(untestedReason(sorted(...checks), nothingBlamed)).toBe(reason);
});

test('the reason of a clause without checks', () => {
  expect(untestedReason(sorted(), nothingBlamed)).toMatch(/no check tests it$/);
});

describe('a waiver', () => {
  const byCapability = { ...noWaivers, capabilities: new Set(['second-project'] as const) };
  const byClause = { ...noWaivers, clauses: new Set([must]) };

  test('by the id of a clause covers it for any reason', () => {
    expect(isWaived(must, 'not tested', sorted(inconclusive), byClause)).toBe(true);
    expect(isWaived(must, 'not tested', sorted(needsProject), byClause)).toBe(true);
    expect(isWaived('KEY-01', 'not tested', sorted(inconclusive), byClause)).toBe(false);
  });

  test('by a capability covers a clause that lacks nothing else', () => {
    expect(isWaived(must, 'not tested', sorted(needsProject), byCapability)).toBe(true);
    const needsStates = makeCheckRecord(must, notRun('vm-states/rescued'));
    expect(isWaived(must, 'not tested', sorted(needsProject, needsStates), byCapability)).toBe(false);
    expect(isWaived(must, 'not tested', sorted(needsProject, inconclusive), byCapability)).toBe(false);
    expect(isWaived(must, 'not tested', sorted(inconclusive), byCapability)).toBe(false);
  });

  test.each(['passed', 'failed', 'open', 'not applicable'] as const)('covers nothing that is %s', (verdict) => {
    expect(isWaived(must, verdict, sorted(needsProject), byClause)).toBe(false);
  });
});

function textsOf(found: Reading[], ...failed: ClauseId[]): string[] {
  const byText = new Map(found.map((each) => [[each.reading, ...each.despite].join(), each]));
  return followedReadings('BODY-08', { readings: new Map([['BODY-08', byText]]) }, new Set(failed));
}

const last = reading('BODY-08', 'the last one wins');
const refusal = reading('BODY-08', 'refuses it', ['VALUE-05', 'VALUE-03']);

test('two readings are both reported', () => {
  expect(textsOf([last, refusal])).toEqual(['refuses it', 'the last one wins']);
});

test('a rejection of a request that the target always rejects is not a reading', () => {
  expect(textsOf([last, refusal], 'VALUE-05')).toEqual(['the last one wins']);
});

test('if no reading is certain, one counts, and two do not', () => {
  expect(textsOf([refusal], 'VALUE-05')).toEqual(['refuses it']);
  expect(textsOf([refusal, reading('BODY-08', 'the first one wins', ['VALUE-05'])], 'VALUE-05')).toEqual([]);
});

test('a rejection with an unsteady status is not a reading', () => {
  const found = new Map([
    ['1', last],
    ['2', readingByRejection('BODY-08', 'refuses it', 400)],
  ]);
  const readings = new Map([['BODY-08' as ClauseId, found]]);
  expect(followedReadings('BODY-08', { readings }, new Set(), new Set([400]))).toEqual(['the last one wins']);
  expect(followedReadings('BODY-08', { readings }, new Set(), new Set([403]))).toHaveLength(2);
});
