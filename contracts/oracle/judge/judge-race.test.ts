import type { Metadata } from '../../metadata';
import {
  candidatesIn,
  type ExchangeOptions,
  firstCandidatesIn,
  ScriptedTarget,
  satisfiedIn,
} from '../testing/scripted-target';

const race = 1;

/** Two replaces that are under way from 10 to 20, and what is read at 30. */
function meet(
  said: ExchangeOptions,
  seen: Metadata,
): { conversation: ScriptedTarget; clauses: string[]; keeps: string[] } {
  const conversation = new ScriptedTarget();
  conversation.get({ old: '1' });
  const during = [
    ...conversation.put({ a: '1' }, 200, { metadata: { a: '1' } }, { race, from: 10, to: 20 }),
    ...conversation.put({ b: '2' }, 200, { metadata: { b: '2' } }, { race, from: 10, to: 20, ...said }),
  ];
  expect(during).toEqual([]);
  const findings = conversation.get(seen, { from: 30, to: 31 });
  return { conversation, clauses: firstCandidatesIn(findings), keeps: satisfiedIn(findings) };
}

test.each<[string, Metadata]>([
  ['the one', { a: '1' }],
  ['the other', { b: '2' }],
])('either winner keeps the clauses: %s', (_, seen) => {
  expect(meet({}, seen)).toMatchObject({ clauses: [], keeps: ['CONCURRENCY-01', 'CONCURRENCY-02'] });
});

test.each<[string, Metadata]>([
  ['a union', { a: '1', b: '2' }],
  ['nothing', {}],
  ['the old map beside a new one', { old: '1', a: '1' }],
])('%s is no whole map', (_, seen) => {
  expect(meet({}, seen).clauses).toEqual(['CONCURRENCY-01']);
});

test('the old map, whole, is in no order of accepted replaces', () => {
  expect(meet({}, { old: '1' }).clauses).toEqual(['CONCURRENCY-02']);
});

test('a replace that began after the other had ended must win', () => {
  expect(meet({ from: 40, to: 50 }, { a: '1' }).clauses).toEqual([]);
  expect(meet({ from: 21, to: 25 }, { a: '1' }).clauses).toEqual(['CONCURRENCY-02']);
});

test('a request that went out twice proves nothing', () => {
  expect(meet({ retried: true }, { a: '1', b: '2' })).toMatchObject({ clauses: [], keeps: [] });
});

test('a replace that was refused is none', () => {
  const conversation = new ScriptedTarget();
  conversation.get({ old: '1' });
  conversation.put({ a: '1' }, 200, { metadata: { a: '1' } }, { race, from: 10, to: 20 });
  conversation.put({ b: '2' }, 409, {}, { race, from: 10, to: 20 });
  conversation.put({ c: '3' }, 200, { metadata: { c: '3' } }, { race, from: 10, to: 20 });
  expect(firstCandidatesIn(conversation.get({ b: '2' }, { from: 30, to: 31 }))).toEqual(['CONCURRENCY-01']);
});

/** Two replaces that are taken and one with a bad key, under way from 10 to 20, and what is read meanwhile. */
function meetRejected(status: number, seen: Metadata): string[] {
  const conversation = new ScriptedTarget();
  conversation.get({ old: '1' });
  conversation.put({ a: '1' }, 200, { metadata: { a: '1' } }, { race, from: 10, to: 20 });
  conversation.put({ c: '3', 'bad/key': '1' }, status, {}, { race, from: 10, to: 20 });
  conversation.get(seen, { race, from: 12, to: 14 });
  conversation.put({ b: '2' }, 200, { metadata: { b: '2' } }, { race, from: 10, to: 20 });
  return candidatesIn(conversation.get({ b: '2' }, { from: 30, to: 31 }));
}

test('nothing is seen of a map that is refused, unless one request after another shows it too', () => {
  const suspects = expect.stringMatching(/^CONCURRENCY-01\|.*ATOMIC-01/);
  expect(meetRejected(400, { c: '3', 'bad/key': '1' })).toEqual([suspects]);
  expect(meetRejected(400, { c: '3' })).toEqual([suspects]);
  expect(meetRejected(400, { a: '1' })).toEqual([]);
});

test('a map that is wrongly taken may be stored in whatever way', () => {
  expect(meetRejected(200, { c: '3', bad_key: '1' })).toEqual([]);
});

test('a read in the middle must show a whole map too', () => {
  const conversation = new ScriptedTarget();
  conversation.get({ old: '1' });
  conversation.put({ a: '1', both: 'a' }, 200, {}, { race, from: 10, to: 20 });
  conversation.get({ a: '1' }, { race, from: 12, to: 14 });
  conversation.put({ b: '2', both: 'b' }, 200, {}, { race, from: 10, to: 20 });
  expect(firstCandidatesIn(conversation.get({ b: '2', both: 'b' }, { from: 30, to: 31 }))).toEqual(['CONCURRENCY-01']);
});

test('after the race the server is known again, by the read that ended it', () => {
  const { conversation } = meet({}, { a: '1' });
  expect(firstCandidatesIn(conversation.get({ a: '1' }, { from: 40, to: 41 }))).toEqual([]);
  expect(firstCandidatesIn(conversation.get({ b: '2' }, { from: 50, to: 51 }))).toEqual(['REPLACE-07']);
});

test('a replace before that read makes an end of the race unseen', () => {
  const conversation = new ScriptedTarget();
  conversation.get({ old: '1' });
  conversation.put({ a: '1' }, 200, { metadata: { a: '1' } }, { race, from: 10, to: 20 });
  conversation.put({ b: '2' }, 200, { metadata: { b: '2' } }, { race, from: 10, to: 20 });
  conversation.put({ c: '3' }, 200, { metadata: { c: '3' } }, { from: 30, to: 31 });
  expect(firstCandidatesIn(conversation.get({ c: '3' }, { from: 40, to: 41 }))).toEqual([]);
});
