import type { Metadata } from '../../metadata';
import { candidatesIn, ScriptedTarget, satisfiedIn, secondServer } from '../testing/scripted-target';

const error = { badRequest: { code: 400, message: 'no' } };

describe('a legal replace', () => {
  test('that is stored breaks nothing and keeps its clauses', () => {
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

  test('is shown in the server resource, also where GET of the metadata shows something else', () => {
    const target = new ScriptedTarget();
    target.put({ new: '1' });
    target.get({ old: '1' });
    expect(candidatesIn(target.getServer('active', { new: '1' }))).toEqual([]);
    expect(candidatesIn(target.getServer('active', { other: '1' }))).toEqual(['REPLACE-08']);
  });

  test('is shown in the server resource, also after another server was replaced', () => {
    const target = new ScriptedTarget();
    target.put({ new: '1' });
    target.get({ new: '1' });
    target.put({ other: '1' }, 200, { metadata: { other: '1' } }, { server: secondServer });
    const same = target.getServer('active', { new: '1' });
    expect([satisfiedIn(same).includes('REPLACE-08'), candidatesIn(same)]).toEqual([true, []]);
    // It may be the map itself that was changed.
    expect(candidatesIn(target.getServer('active', { other: '1' }))).toEqual([]);
  });

  test('brings no server out of its vm_state: once, somebody else may have seen to that', () => {
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

  test('that was taken for another server may have changed any: who shows something else then is not blamed for that', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    expect(candidatesIn(target.put({ new: '1' }, 200, undefined, { server: `${secondServer}x` }))).toEqual([
      'ACCESS-04',
    ]);
    expect(candidatesIn(target.get({ new: '1' }))).toEqual([]);
  });

  test('that leaves a server which shows no map any more is blamed on what its pairs have in them', () => {
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

  test('is answered with 200, the map, JSON, and nothing else', () => {
    const target = new ScriptedTarget();
    expect(candidatesIn(target.put({ one: '1' }, 201))).toEqual(['ANSWER-01']);
    expect(candidatesIn(target.put({ one: '1' }, 200, 'ok'))).toEqual(['ANSWER-02']);
    expect(candidatesIn(target.put({ one: '1' }, 204, '', { answerHeaders: { 'content-type': '' } }))).toEqual([
      'ANSWER-01',
      'ANSWER-02',
    ]);
    expect(candidatesIn(target.put({ one: '1' }, 200, { metadata: { one: '1' }, more: 1 }))).toEqual(['ANSWER-03']);
    expect(
      candidatesIn(target.put({ one: '1' }, 200, undefined, { answerHeaders: { 'content-type': 'text/html' } })),
    ).toEqual(['ANSWER-04']);
  });

  test('answered with another map: the answer is blamed only where it is not what is stored', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    expect(candidatesIn(target.put({ new: '1' }, 200, { metadata: { old: '1', new: '1' } }))).toEqual([]);
    expect(candidatesIn(target.get({ old: '1', new: '1' }))).toEqual(['REPLACE-02']);
    target.put({ other: '1' }, 200, { metadata: {} });
    expect(candidatesIn(target.get({ other: '1' }))).toEqual(['ANSWER-02']);
  });

  test('refused: the peculiarity is blamed, or the plain clause where plain requests are refused too', () => {
    const target = new ScriptedTarget();
    target.getServer('active');
    expect(candidatesIn(target.put({ ['k'.repeat(255)]: '1' }, 400, error))).toEqual(['KEY-01']);
    expect(candidatesIn(target.put({ one: '1' }, 400, error))).toEqual(['ANSWER-01']);
    expect(candidatesIn(target.put({ ['k'.repeat(255)]: '1' }, 400, error))).toEqual(['ANSWER-01']);
    expect(candidatesIn(target.put({ one: '1' }, 404, error))).toEqual(['VERSION-01']);
  });

  test.each([429, 502, 503, 504])('answered with %i says nothing of the contract', (status) => {
    expect(new ScriptedTarget().put({ one: '1' }, status, '')).toEqual([]);
  });
});
