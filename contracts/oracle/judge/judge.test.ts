import { nova } from '../../profiles/nova';
import {
  candidatesIn,
  otherProjectServer,
  readingsIn,
  ScriptedTarget,
  satisfiedIn,
  secondServer,
} from '../testing/scripted-target';

const error = { badRequest: { code: 400, message: 'no' } };

describe('a request that must be rejected', () => {
  const bodies: [string, string, string][] = [
    ['an empty key', '{"metadata":{"":"1"}}', 'KEY-03'],
    ['256 characters', `{"metadata":{"${'k'.repeat(256)}":"1"}}`, 'KEY-04'],
    ['a slash', '{"metadata":{"a/b":"1"}}', 'KEY-05'],
    ['a final newline', '{"metadata":{"a\\n":"1"}}', 'KEY-06'],
    ['256 characters beyond U+FFFF', `{"metadata":{"a":"${'😀'.repeat(256)}"}}`, 'VALUE-04'],
    ['a number', '{"metadata":{"a":1}}', 'VALUE-09'],
    ['no metadata', '{"meta":{}}', 'BODY-01'],
    ['null', '{"metadata":null}', 'BODY-02'],
    ['a list', '[]', 'BODY-03'],
    ['no JSON', '{"metadata":{"a":"1"}', 'BODY-04'],
    ['a second member', '{"metadata":{},"more":1}', 'BODY-06'],
  ];
  test.each(bodies)('for %s', (_, text, clause) => {
    const target = new ScriptedTarget();
    target.getServer('active');
    target.get({ old: '1' });
    expect(satisfiedIn(target.putText(text, 400, error))).toContain(clause);
    expect(candidatesIn(target.putText(text, 500, error))).toEqual([clause]);
    expect(candidatesIn(target.putText(text, 200, { metadata: {} }))).toEqual([clause]);
  });

  test('may be rejected for its size if it is large', () => {
    const target = new ScriptedTarget();
    const value = (length: number) => ({ one: 'v'.repeat(length) });
    expect(candidatesIn(target.put(value(300), 413, error))).toEqual(['VALUE-04']);
    expect(candidatesIn(target.put(value(40_000), 413, error))).toEqual([]);
    expect(candidatesIn(target.put(value(40_000), 500, error))).toEqual(['VALUE-04']);
  });

  test('has no effect', () => {
    const target = new ScriptedTarget();
    target.put({ old: '1' });
    target.get({ old: '1' });
    target.putText('{"metadata":{"a/b":"1"}}', 400, error);
    expect(satisfiedIn(target.get({ old: '1' }))).toContain('ATOMIC-01');
    target.putText('{', 400, error);
    expect(candidatesIn(target.get({}))).toEqual(['ATOMIC-03|REPLACE-07']);
  });

  test('for the vm_state', () => {
    const target = new ScriptedTarget();
    target.getServer('rescued');
    expect(satisfiedIn(target.put({ one: '1' }, 409, error))).toContain('STATE-06');
    expect(candidatesIn(target.put({ one: '1' }, 400, error))).toEqual(['STATE-06']);
    expect(candidatesIn(target.put({ one: '1' }))).toEqual(['STATE-06']);
  });

  test('for the caller', () => {
    const target = new ScriptedTarget();
    expect(satisfiedIn(target.put({}, 401, '', { token: null }))).toContain('ACCESS-01');
    expect(satisfiedIn(target.put({}, 401, '', { token: 'x' }))).toContain('ACCESS-02');
    expect(satisfiedIn(target.put({}, 404, error, { server: '00000000-0000-4000-8000-00000000000f' }))).toContain(
      'ACCESS-03',
    );
    expect(satisfiedIn(target.put({}, 404, error, { server: 'x' }))).toContain('ACCESS-04');
    expect(satisfiedIn(target.put({}, 403, error, { project: 'q' }))).toContain('ACCESS-05');
    expect(candidatesIn(target.put({}, 200, undefined, { server: otherProjectServer }))).toEqual(['ACCESS-06']);
  });

  test('for the quota, with 403 or 413', () => {
    const map = Object.fromEntries(Array.from({ length: 129 }, (_, index) => [`key${index}`, '1']));
    const target = new ScriptedTarget();
    expect(satisfiedIn(target.put(map, 413, ''))).toContain('QUOTA-03');
    expect(candidatesIn(target.put(map, 400, error))).toEqual(['QUOTA-03']);
    const peculiar = Object.fromEntries(Object.keys(map).map((key) => [key, '']));
    expect(candidatesIn(target.put(peculiar, 400, error))).toEqual(['VALUE-02|QUOTA-03']);
  });
});

describe('an open question', () => {
  test('gives a reading, not a violation', () => {
    const target = new ScriptedTarget();
    expect(readingsIn(target.put({ 'a b': '1' }))).toContain('KEY-07 takes it');
    expect(readingsIn(target.put({ 'a b': '1' }, 400, error))).toContain('KEY-07 refuses it');
    expect(candidatesIn(target.put({ 'a b': '1' }, 500, error))).toEqual(['KEY-07']);
    expect(readingsIn(target.putText('{"metadata":{"a":"\\ud800"}}', 500, ''))).toEqual(['VALUE-10 fails with 5xx']);
  });

  test('about duplicate keys is settled by the stored map', () => {
    const target = new ScriptedTarget();
    target.putText('{"metadata":{"a":"1","a":"2"}}', 200, { metadata: { a: '1' } });
    expect(readingsIn(target.get({ a: '1' }))).toEqual(['BODY-08 the first one wins']);
  });
});

describe('a replace must not change', () => {
  test('other servers', () => {
    const target = new ScriptedTarget();
    target.get({ hers: '1' }, { server: secondServer });
    target.put({ one: '1' });
    expect(candidatesIn(target.get({}, { server: secondServer }))).toEqual(['ISOLATION-01|REPLACE-07']);
  });

  test('the map under the other version', () => {
    const target = new ScriptedTarget();
    target.put({ one: '1' });
    target.get({ one: '1' });
    expect(candidatesIn(target.get({ old: '1' }, { version: 'v2' }))).toEqual(['VERSION-02|REPLACE-01|REPLACE-07']);
  });

  test('the map when the vm_state changes or nothing happens', () => {
    const target = new ScriptedTarget();
    target.getServer('active');
    target.get({ one: '1' });
    expect(candidatesIn(target.get({}))).toEqual(['REPLACE-07']);
    target.getServer('stopped');
    expect(candidatesIn(target.get({ old: '1' }))).toEqual(['STATE-13|REPLACE-07']);
  });
});

describe('the profile nova', () => {
  test('requires its envelope and a later `updated`', () => {
    const target = new ScriptedTarget(nova);
    expect(candidatesIn(target.putText('{', 400, { error: 'no' }))).toEqual(['ANSWER-05']);
    expect(candidatesIn(target.putText('{', 400, { error: { code: 400, message: 'no' } }))).toEqual(['ANSWER-05']);
    expect(candidatesIn(target.putText('{', 400, { itemNotFound: { code: 400, message: 'no' } }))).toEqual([
      'ANSWER-05',
    ]);
    expect(candidatesIn(target.putText('{', 400, { badRequest: { code: 404, message: 'no' } }))).toEqual(['ANSWER-05']);
    expect(candidatesIn(target.putText('{', 400, { badRequest: { code: 400, message: 1 } }))).toEqual(['ANSWER-05']);
    expect(candidatesIn(target.putText('{', 400, error))).toEqual([]);
    target.getServer('active');
    target.put({ one: '1' });
    expect(candidatesIn(target.getServer('active'))).toEqual(['REPLACE-09']);
  });
});
