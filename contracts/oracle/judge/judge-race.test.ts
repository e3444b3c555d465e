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
])('either winner satisfies the clauses: %s', (_, seen) => {
  expect(meet({}, seen)).toMatchObject({ clauses: [], keeps: ['CONCURRENCY-01', 'CONCURRENCY-02'] });
});

test.each<[string, Metadata]>([
  ['a union', { a: '1', b: '2' }],
  ['nothing', {}],
  ['the old map beside a new one', { old: '1', a: '1' }],
])('%s is not a whole map', (_, seen) => {
  expect(meet({}, seen).clauses).toEqual(['CONCURRENCY-01']);
});

test('no order of accepted replaces ends with the old map', () => {
  expect(meet({}, { old: '1' }).clauses).toEqual(['CONCURRENCY-02']);
});

test('a replace that started after the end of the other one must win', () => {
  expect(meet({ from: 40, to: 50 }, { a: '1' }).clauses).toEqual([]);
  expect(meet({ from: 21, to: 25 }, { a: '1' }).clauses).toEqual(['CONCURRENCY-02']);
});

test('a retry shows nothing', () => {
  expect(meet({ retried: true }, { a: '1', b: '2' })).toMatchObject({ clauses: [], keeps: [] });
});

test('a rejected replace does not count', () => {
  const conversation = new ScriptedTarget();
  conversation.get({ old: '1' });
  conversation.put({ a: '1' }, 200, { metadata: { a: '1' } }, { race, from: 10, to: 20 });
  conversation.put({ b: '2' }, 409, {}, { race, from: 10, to: 20 });
  conversation.put({ c: '3' }, 200, { metadata: { c: '3' } }, { race, from: 10, to: 20 });
  expect(firstCandidatesIn(conversation.get({ b: '2' }, { from: 30, to: 31 }))).toEqual(['CONCURRENCY-01']);
});

/** Two accepted replaces and one with an invalid key, in flight from 10 to 20, and a read during them. */
function meetRejected(status: number, seen: Metadata): string[] {
  const conversation = new ScriptedTarget();
  conversation.get({ old: '1' });
  conversation.put({ a: '1' }, 200, { metadata: { a: '1' } }, { race, from: 10, to: 20 });
  conversation.put({ c: '3', 'bad/key': '1' }, status, {}, { race, from: 10, to: 20 });
  conversation.get(seen, { race, from: 12, to: 14 });
  conversation.put({ b: '2' }, 200, { metadata: { b: '2' } }, { race, from: 10, to: 20 });
  return candidatesIn(conversation.get({ b: '2' }, { from: 30, to: 31 }));
}

test('no read shows a rejected map, unless sequential requests show it too', () => {
  const candidates = expect.stringMatching(/^CONCURRENCY-01\|.*ATOMIC-01/);
  expect(meetRejected(400, { c: '3', 'bad/key': '1' })).toEqual([candidates]);
  expect(meetRejected(400, { c: '3' })).toEqual([candidates]);
  expect(meetRejected(400, { a: '1' })).toEqual([]);
});

test('a wrongly accepted map may be stored in any form', () => {
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

test('the read after a race shows the map of the server', () => {
  const { conversation } = meet({}, { a: '1' });
  expect(firstCandidatesIn(conversation.get({ a: '1' }, { from: 40, to: 41 }))).toEqual([]);
  expect(firstCandidatesIn(conversation.get({ b: '2' }, { from: 50, to: 51 }))).toEqual(['REPLACE-07']);
});

test('a replace before that read hides the result of the race', () => {
  const conversation = new ScriptedTarget();
  conversation.get({ old: '1' });
  conversation.put({ a: '1' }, 200, { metadata: { a: '1' } }, { race, from: 10, to: 20 });
  conversation.put({ b: '2' }, 200, { metadata: { b: '2' } }, { race, from: 10, to: 20 });
  conversation.put({ c: '3' }, 200, { metadata: { c: '3' } }, { from: 30, to: 31 });
  expect(firstCandidatesIn(conversation.get({ c: '3' }, { from: 40, to: 41 }))).toEqual([]);
});
