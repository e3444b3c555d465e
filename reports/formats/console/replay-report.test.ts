import type { ClauseId } from '../../../contracts/clauses';
import type { Evidence } from '../../../contracts/evidence/events';
import { ecs } from '../../../contracts/profiles/ecs';
import { Collector } from '../../collector/collector';
import { makeFailingCheck } from '../../testing/check-records';
import { aggregate } from '../../verdict/aggregate';
import { noWaivers } from '../../verdict/waivers';
import { textOf } from '../shared/line';
import { renderReplay } from './replay-report';

const clause = 'REPLACE-07';
const counterexample = { input: '{"a":"1"}', shown: 6, of: 6, requests: 2, replay: 'REPLACE-07:1:0' };

/** A replay of REPLACE-07 in which requests violate one clause of each of these lists. */
function replayed(...lists: readonly (readonly [ClauseId, ...ClauseId[]])[]) {
  const evidence = lists.flatMap((candidates) =>
    makeFailingCheck({ clause, candidates, check: 'law', sent: { a: '1' }, counterexample }),
  );
  // One law is replayed: the findings of all belong to its one check.
  const [last] = evidence.slice(-1);
  const trials = evidence.filter(({ kind }) => kind === 'trial').slice(0, 1);
  return reported([...evidence.filter(({ kind }) => kind === 'exchange'), ...trials, ...(last ? [last] : [])]);
}

function reported(evidence: readonly Evidence[]) {
  const collector = new Collector();
  for (const each of evidence) collector.add(each);
  const summary = aggregate(collector, { profile: ecs, strict: false, waived: noWaivers, replayedClause: clause });
  const { lines, exitCode } = renderReplay({ clause, summary, collector }, 'http://t', 200);
  return { text: lines.map(textOf).join('\n'), exitCode };
}

const ended = (outcome: 'passed' | 'not tested'): Evidence => ({
  kind: 'check',
  check: 'law',
  id: `${clause}/law`,
  suite: 'laws',
  clause,
  title: 'keeps what it stored',
  ended: outcome === 'passed' ? { outcome } : { outcome, reason: 'no server', trouble: false },
});

test('a counterexample that fails again is told first', () => {
  const { text, exitCode } = replayed(['REPLACE-07']);
  expect(text).toMatch(/^reproduced: REPLACE-07 fails again for this input\n\nREPLACE-07 failed MUST: /);
  expect(exitCode).toBe(1);
});

test('the clause that was asked for is blamed where it is suspected, and the doubt is told', () => {
  const { text, exitCode } = replayed(['KEY-04', 'REPLACE-07']);
  expect(text).toMatch(/^reproduced: REPLACE-07 fails .*, but this input alone does not tell it apart from KEY-04\n/);
  expect(text).not.toContain('KEY-04 failed');
  expect(exitCode).toBe(1);
});

test('what else was seen is a sentence', () => {
  const { text } = replayed(['REPLACE-07'], ['KEY-04']);
  expect(text).toMatch(/\nalso failed: KEY-04, in the same requests\n/);
  expect(text.match(/failed MUST/g)).toHaveLength(1);
});

test('another clause that failed instead is told as such', () => {
  const { text, exitCode } = replayed(['KEY-04']);
  expect(text).toMatch(
    /^not reproduced: REPLACE-07 did not fail for this input; KEY-04 failed instead\n\nKEY-04 failed/,
  );
  expect(exitCode).toBe(1);
});

test.each([
  ['passed', 'not reproduced: REPLACE-07 does not fail for this input', 0],
  ['not tested', 'not tested: no server', 3],
] as const)('a replay that %s says so', (outcome, text, exitCode) => {
  expect(reported([ended(outcome)])).toEqual({ text, exitCode });
});
