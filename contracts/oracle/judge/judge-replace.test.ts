import type { Metadata } from '../../metadata';
import { candidatesIn, ScriptedTarget, satisfiedIn, secondServer } from '../testing/scripted-target';

const error = { badRequest: { code: 400, message: 'no' } };

describe('a valid replace', () => {
  test('that is stored satisfies its clauses and violates none', () => {
    const target = new ScriptedTarget();
    target.getServer('active');
    target.get({ old: '1', both: '1' });
    const put = target.put({ both: '2', new: '2' });
    const get = target.get({ both: '2', new: '2' });
    expect([...candidatesIn(put), ...candidatesIn(get)]).toEqual([]);
    expect(satisfiedIn(put)).toEqual(expect.arrayContaining(['ANSWER-01', 'ANSWER-02', 'ANSWER-03', 'ANSWER-04']));
    expect(satisfiedIn(get)).toEqual(expect.arrayContaining(['REPLACE-01', 'REPLACE-02', 'REPLACE-03', 'STATE-01']));
  });

  const differences: [string, Metadata, Metadata, Metadata, string[]][] = [
    ['merges', { old: '1' }, { new: '2' }, { old: '1', new: '2' }, ['REPLACE-02']],
    ['does not clear', { old: '1' }, {}, { old: '1' }, ['REPLACE-04']],
    ['loses a pair', {}, { one: '1', two: '2' }, { one: '1' }, ['REPLACE-01']],
    ['keeps the old value', { both: '1' }, { both: '2', new: '1' }, { both: '1', new: '1' }, ['REPLACE-03|VALUE-03']],
    ['invents a pair', { old: '1' }, { new: '2' }, { new: '2', touched: 'x' }, ['REPLACE-05']],
    ['stores nothing', { old: '1' }, { one: '1', two: '2' }, { old: '1' }, ['REPLACE-02', 'REPLACE-01']],
    ['folds case', {}, { Foo: '1', foo: '2' }, { foo: '2' }, ['KEY-08|KEY-02|REPLACE-01']],
    ['normalises text', {}, { one: 'e\u0301' }, { one: 'é' }, ['VALUE-03']],
    ['mangles an astral character', {}, { one: '😀' }, { one: '?' }, ['VALUE-06|VALUE-03']],
    ['truncates', {}, { one: 'v'.repeat(255) }, { one: 'v'.repeat(191) }, ['VALUE-01|VALUE-03']],
    ['drops an empty value', {}, { one: '', two: '2' }, { two: '2' }, ['VALUE-02|REPLACE-01']],
    ['drops a prototype name', {}, { ['__proto__']: '1', two: '2' }, { two: '2' }, ['KEY-09|KEY-02|REPLACE-01']],
    ['forgets on repetition', { one: '1' }, { one: '1' }, {}, ['REPLACE-06|REPLACE-01']],
    ['drops every empty value', {}, { one: '', two: '' }, {}, ['VALUE-02|REPLACE-01']],
    ['stores none of unlike pairs', {}, { one: '', two: '2' }, {}, ['REPLACE-01']],
    ['mangles a key again', { a_b: '1', c: '1' }, { 'a.b': '1', c: '1' }, { a_b: '1', c: '1' }, ['KEY-02|REPLACE-01']],
    ['makes a pair anew', { revision: '1' }, { one: '1' }, { one: '1', revision: '2' }, ['REPLACE-05']],
  ];
  test.each(differences)('on a target that %s', (_, before, sent, stored, clauses) => {
    const target = new ScriptedTarget();
    target.getServer('active');
    target.get(before);
    target.put(sent);
    expect(candidatesIn(target.get(stored))).toEqual(clauses);
  });

  test('is right in the server resource, even if GET of the metadata shows another map', () => {
    const target = new ScriptedTarget();
    target.put({ new: '1' });
    target.get({ old: '1' });
    expect(candidatesIn(target.getServer('active', { new: '1' }))).toEqual([]);
    expect(candidatesIn(target.getServer('active', { other: '1' }))).toEqual(['REPLACE-08']);
  });

  test('must be in the server resource, even after a replace of another server', () => {
    const target = new ScriptedTarget();
    target.put({ new: '1' });
    target.get({ new: '1' });
    target.put({ other: '1' }, 200, { metadata: { other: '1' } }, { server: secondServer });
    const same = target.getServer('active', { new: '1' });
    expect([satisfiedIn(same).includes('REPLACE-08'), candidatesIn(same)]).toEqual([true, []]);
    // It may be the map itself that was changed.
    expect(candidatesIn(target.getServer('active', { other: '1' }))).toEqual([]);
  });

  test('must not change the vm_state; one change may come from another client', () => {
    const target = new ScriptedTarget();
    const starts = () => {
      target.getServer('stopped');
      target.put({ one: '1' });
      return candidatesIn(target.getServer('active'));
    };
    expect(starts()).not.toContain('STATE-02');
    expect(starts()).toContain('STATE-02');
    for (const time of [1, 2]) {
      target.getServer('building');
      target.put({ one: `${time}` }, 409, {});
      expect(candidatesIn(target.getServer('active'))).not.toContain('STATE-05');
    }
  });

  test('that was accepted for an unknown server may have changed any server', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    expect(candidatesIn(target.put({ new: '1' }, 200, undefined, { server: `${secondServer}x` }))).toEqual([
      'ACCESS-04',
    ]);
    expect(candidatesIn(target.get({ new: '1' }))).toEqual([]);
  });

  test('after which no map can be read is attributed to the features of its pairs', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    target.put({ 0: 'a' });
    expect(candidatesIn(target.getText(200, { metadata: ['a'] }))).toEqual(['KEY-02|KEY-01|REPLACE-01']);
    target.put({ one: '', two: '' });
    expect(candidatesIn(target.getText(500, ''))).toEqual(['VALUE-02|REPLACE-01']);
    target.put({});
    expect(candidatesIn(target.getText(200, { metadata: [] }))).toEqual([]);
    expect(candidatesIn(target.getText(404, {}))).toEqual([]);
  });

  test('needs a response with 200, JSON and the map alone', () => {
    const target = new ScriptedTarget();
    expect(candidatesIn(target.put({ one: '1' }, 201))).toEqual(['ANSWER-01']);
    expect(candidatesIn(target.put({ one: '1' }, 200, 'ok'))).toEqual(['ANSWER-02']);
    expect(candidatesIn(target.put({ one: '1' }, 204, '', { responseHeaders: { 'content-type': '' } }))).toEqual([
      'ANSWER-01',
      'ANSWER-02',
    ]);
    expect(candidatesIn(target.put({ one: '1' }, 200, { metadata: { one: '1' }, more: 1 }))).toEqual(['ANSWER-03']);
    expect(
      candidatesIn(target.put({ one: '1' }, 200, undefined, { responseHeaders: { 'content-type': 'text/html' } })),
    ).toEqual(['ANSWER-04']);
  });

  test('with another map in the response violates ANSWER-02 only if that map is not the stored one', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    expect(candidatesIn(target.put({ new: '1' }, 200, { metadata: { old: '1', new: '1' } }))).toEqual([]);
    expect(candidatesIn(target.get({ old: '1', new: '1' }))).toEqual(['REPLACE-02']);
    target.put({ other: '1' }, 200, { metadata: {} });
    expect(candidatesIn(target.get({ other: '1' }))).toEqual(['ANSWER-02']);
  });

  test('that is rejected is attributed to its features, or to no feature if plain requests are rejected too', () => {
    const target = new ScriptedTarget();
    target.getServer('active');
    expect(candidatesIn(target.put({ ['k'.repeat(255)]: '1' }, 400, error))).toEqual(['KEY-01']);
    expect(candidatesIn(target.put({ one: '1' }, 400, error))).toEqual(['ANSWER-01']);
    expect(candidatesIn(target.put({ ['k'.repeat(255)]: '1' }, 400, error))).toEqual(['ANSWER-01']);
    expect(candidatesIn(target.put({ one: '1' }, 404, error))).toEqual(['VERSION-01']);
  });

  test.each([429, 502, 503, 504])('with a response %i shows nothing of the contract', (status) => {
    expect(new ScriptedTarget().put({ one: '1' }, status, '')).toEqual([]);
  });
});
