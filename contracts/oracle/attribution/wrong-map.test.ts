import type { Metadata } from '../../metadata';
import { candidatesIn, firstCandidatesIn, otherProjectServer, ScriptedTarget } from '../testing/scripted-target';

const error = { badRequest: { code: 400, message: 'no' } };
const elsewhere = '00000000-0000-4000-8000-00000000000f';

describe('a target that checks the body before the caller may reject a feature of the body', () => {
  test.each<[string, Metadata, number, string]>([
    ['an unknown server', { [`k${'x'.repeat(99)}`]: '1' }, 400, 'KEY-01|ACCESS-03'],
    ['an unknown server and no pair', {}, 500, 'REPLACE-04|ACCESS-03'],
    ['an unknown server and a plain pair', { one: '1' }, 400, 'ACCESS-03'],
  ])('%s', (_, map, status, candidates) => {
    expect(candidatesIn(new ScriptedTarget().put(map, status, error, { server: elsewhere }))).toEqual([candidates]);
  });

  test('a server of another project', () => {
    const findings = new ScriptedTarget().put({ one: 'a\tb' }, 500, '', { server: otherProjectServer });
    // A target that rejects control characters alters none, so VALUE-08 is no candidate.
    expect(candidatesIn(findings)).toEqual(['VALUE-07|VALUE-03|ACCESS-06']);
  });
});

describe('a map that is too large and accepted', () => {
  const many = (key: (index: number) => string, value: string) =>
    Object.fromEntries(Array.from({ length: 129 }, (_, index) => [key(index), value]));

  test('may have lost pairs with features', () => {
    const target = new ScriptedTarget();
    expect(candidatesIn(target.put(many((index) => `key${index}`, '')))).toEqual(['VALUE-02|QUOTA-03']);
    expect(firstCandidatesIn(target.put({ ...many((index) => `key${index}`, '1'), KEY1: '1' }))).toEqual(['KEY-08']);
  });

  test('without features only violates the quota', () => {
    expect(candidatesIn(new ScriptedTarget().put(many((index) => `key${index}`, '1')))).toEqual(['QUOTA-03']);
  });
});

describe('a request with an open question, accepted without a map in the response and without effect', () => {
  test('follows no reading, and is not a failed replace', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    expect(candidatesIn(target.put({ 'a b': '1' }, 200, error))).toEqual(['KEY-07|ANSWER-02']);
    expect(firstCandidatesIn(target.get({ old: '1' }))).toEqual(['KEY-07']);
  });

  test('one with features gives one finding, a plain one two', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    target.put({ one: '😀' });
    expect(candidatesIn(target.get({ old: '1' }))).toEqual(['VALUE-06|VALUE-03|REPLACE-02|REPLACE-01']);
    target.put({ one: '1' });
    expect(candidatesIn(target.get({ old: '1' }))).toEqual(['REPLACE-02', 'REPLACE-01']);
  });
});

describe('a map that can no longer be read', () => {
  test('may be as unreadable as the response to its replace', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    target.put({ one: 'é' }, 200, '{"metadata": {"one": "\\é"}}');
    target.getText(200, '{"metadata": {"one": "\\é"}}');
    expect(candidatesIn(target.getText(200, '{"metadata": {"one": "\\é"}}'))).toEqual([
      'ANSWER-02|VALUE-03|REPLACE-01',
    ]);
  });

  test('does not violate ANSWER-02 if the response could be parsed', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    target.put({ one: 'é' });
    target.getText(200, '{"metadata": {"one": "\\é"}}');
    expect(candidatesIn(target.getText(200, '{"metadata": {"one": "\\é"}}'))).toEqual(['VALUE-03|REPLACE-01']);
  });

  test('may have this from a request that was rejected later', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    target.put({ one: 'é' });
    target.put({ 'a/b': '1' }, 400, error);
    target.getText(400, error);
    expect(firstCandidatesIn(target.getText(400, error))).toEqual(['ATOMIC-01']);
  });
});

test('a body that some parsers cannot read may be rejected as one that is not JSON', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.putText('{"metadata": {"one": "1", "one": "2"}}', 400, error);
  expect(candidatesIn(target.get({}))).toEqual(['ATOMIC-01|ATOMIC-03|REPLACE-07']);
});

test('a target may read a key as a path into a shorter key', () => {
  const target = new ScriptedTarget();
  target.get({});
  target.put({ app: '1', 'app.name': '2' });
  expect(firstCandidatesIn(target.getText(200, { metadata: { app: { name: '2' } } }))).toEqual(['KEY-02', 'KEY-02']);
});

test('a late map may come from a replace without effect', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.put({ new: '2' });
  expect(candidatesIn(target.get({ old: '1' }))).toEqual(['REPLACE-02', 'REPLACE-01']);
  const late = target.get({ new: '2' });
  expect(candidatesIn(late)).toEqual(['REPLACE-07']);
  expect(late).toMatchObject([{ explainedBy: ['REPLACE-02', 'REPLACE-01'] }]);
});

test('an earlier value was not replaced, and an earlier pair was not removed', () => {
  const target = new ScriptedTarget();
  target.get({ one: 'v', gone: '1' });
  target.put({ one: 'x' });
  target.get({ one: 'x' });
  target.put({ one: 'é' });
  expect(candidatesIn(target.get({ one: 'v', gone: '1' }))).toEqual(['REPLACE-03|VALUE-03', 'REPLACE-02|REPLACE-05']);
});

test('an earlier map after a request that must change nothing may be stale', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.put({ both: '2' });
  target.get({ both: '2' });
  target.put({ 'a/b': '1' }, 400, {});
  const findings = target.get({ old: '1' });
  expect(candidatesIn(findings)).toEqual(['ATOMIC-01|REPLACE-07']);
  expect(findings).toMatchObject([{ explainedBy: ['REPLACE-02', 'REPLACE-01'] }]);
});

test('a map that the server never had is not stale', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.put({ 'a/b': '1' }, 400, {});
  const [finding] = target.get({ 'a/b': '1' });
  expect(finding).toMatchObject({ candidates: ['ATOMIC-01', 'REPLACE-07'] });
  expect(finding).not.toHaveProperty('explainedBy');
});

test('a replace without effect may explain a server resource with an earlier map', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.put({ new: '2' });
  target.get({ new: '2' });
  const findings = target.getServer('active', { old: '1' });
  expect(candidatesIn(findings)).toEqual(['REPLACE-08']);
  expect(findings).toMatchObject([{ explainedBy: ['REPLACE-02', 'REPLACE-01'] }]);
});
