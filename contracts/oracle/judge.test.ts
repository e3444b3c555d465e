import type { Metadata } from '../metadata';
import { nova } from '../profiles/nova';
import { metadataPath } from '../route';
import { broken, Conversation, first, kept, readings, second, stranger } from './testing/conversation';

const error = { badRequest: { code: 400, message: 'no' } };

describe('a legal replace', () => {
  test('that is stored breaks nothing and keeps its clauses', () => {
    const talk = new Conversation();
    talk.look('active');
    talk.get({ old: '1', both: '1' });
    const put = talk.put({ both: '2', new: '2' });
    const get = talk.get({ both: '2', new: '2' });
    expect([...broken(put), ...broken(get)]).toEqual([]);
    expect(kept(put)).toEqual(expect.arrayContaining(['ANSWER-01', 'ANSWER-02', 'ANSWER-03', 'ANSWER-04']));
    expect(kept(get)).toEqual(expect.arrayContaining(['REPLACE-01', 'REPLACE-02', 'REPLACE-03', 'STATE-01']));
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
    ['makes a pair anew', { revision: '1' }, { one: '1' }, { one: '1', revision: '2' }, ['REPLACE-05']],
  ];
  test.each(differences)('on a target that %s', (_, before, sent, stored, clauses) => {
    const talk = new Conversation();
    talk.look('active');
    talk.get(before);
    talk.put(sent);
    expect(broken(talk.get(stored))).toEqual(clauses);
  });

  test('is final: what is done to single pairs later brings nothing back', () => {
    const talk = new Conversation();
    const item = `${metadataPath('v2.1', 'p', first)}/both`;
    const replaced = () => {
      talk.get({ both: 'before', old: '1' });
      talk.put({ both: 'after' });
      talk.get({ both: 'after' });
    };
    replaced();
    talk.say('DELETE', item, '', 204, '');
    expect(broken(talk.get({ both: 'before' }))).toEqual(['REPLACE-03']);
    replaced();
    talk.say('DELETE', item, '', 204, '');
    expect(broken(talk.get({ old: '1' }))).toEqual(['REPLACE-02']);
    replaced();
    expect(broken(talk.say('GET', item, '', 200, { meta: { both: 'before' } }))).toEqual(['REPLACE-03']);
    expect(broken(talk.say('GET', item, '', 200, { meta: { both: 'after' } }))).toEqual([]);
    replaced();
    talk.say('PUT', item, '{"meta": {"both": "before"}}', 200, '');
    talk.say('DELETE', item, '', 404, '');
    expect(broken(talk.get({ both: 'before' }))).toEqual([]);
  });

  test('is shown in the server resource, also where GET of the metadata shows something else', () => {
    const talk = new Conversation();
    talk.put({ new: '1' });
    talk.get({ old: '1' });
    expect(broken(talk.look('active', { new: '1' }))).toEqual([]);
    expect(broken(talk.look('active', { other: '1' }))).toEqual(['REPLACE-08']);
  });

  test('is shown in the server resource, also after another server was replaced', () => {
    const talk = new Conversation();
    talk.put({ new: '1' });
    talk.get({ new: '1' });
    talk.put({ other: '1' }, 200, { metadata: { other: '1' } }, { server: second });
    const same = talk.look('active', { new: '1' });
    expect([kept(same).includes('REPLACE-08'), broken(same)]).toEqual([true, []]);
    // It may be the map itself that was changed.
    expect(broken(talk.look('active', { other: '1' }))).toEqual([]);
  });

  test('brings no server out of its vm_state: once, somebody else may have seen to that', () => {
    const talk = new Conversation();
    const starts = () => {
      talk.look('stopped');
      talk.put({ one: '1' });
      return broken(talk.look('active'));
    };
    expect(starts()).not.toContain('STATE-02');
    expect(starts()).toContain('STATE-02');
    for (const time of [1, 2]) {
      talk.look('building');
      talk.put({ one: `${time}` }, 409, {});
      expect(broken(talk.look('active'))).not.toContain('STATE-05');
    }
  });

  test('that was taken for another server may have changed any: who shows something else then is not blamed for that', () => {
    const talk = new Conversation();
    talk.get({ old: '1' });
    expect(broken(talk.put({ new: '1' }, 200, undefined, { server: `${second}x` }))).toEqual(['ACCESS-04']);
    expect(broken(talk.get({ new: '1' }))).toEqual([]);
  });

  test('that leaves a server which shows no map any more is blamed on what its pairs have in them', () => {
    const talk = new Conversation();
    talk.get({ old: '1' });
    talk.put({ 0: 'a' });
    expect(broken(talk.getText(200, { metadata: ['a'] }))).toEqual(['KEY-02|KEY-01|REPLACE-01']);
    talk.put({ one: '', two: '' });
    expect(broken(talk.getText(500, ''))).toEqual(['VALUE-02|REPLACE-01']);
    talk.put({});
    expect(broken(talk.getText(200, { metadata: [] }))).toEqual([]);
    expect(broken(talk.getText(404, {}))).toEqual([]);
  });

  test('is answered with 200, the map, JSON, and nothing else', () => {
    const talk = new Conversation();
    expect(broken(talk.put({ one: '1' }, 201))).toEqual(['ANSWER-01']);
    expect(broken(talk.put({ one: '1' }, 200, 'ok'))).toEqual(['ANSWER-02']);
    expect(broken(talk.put({ one: '1' }, 204, '', { answerHeaders: { 'content-type': '' } }))).toEqual([
      'ANSWER-01',
      'ANSWER-02',
    ]);
    expect(broken(talk.put({ one: '1' }, 200, { metadata: { one: '1' }, more: 1 }))).toEqual(['ANSWER-03']);
    expect(broken(talk.put({ one: '1' }, 200, undefined, { answerHeaders: { 'content-type': 'text/html' } }))).toEqual([
      'ANSWER-04',
    ]);
  });

  test('answered with another map: the answer is blamed only where it is not what is stored', () => {
    const talk = new Conversation();
    talk.get({ old: '1' });
    expect(broken(talk.put({ new: '1' }, 200, { metadata: { old: '1', new: '1' } }))).toEqual([]);
    expect(broken(talk.get({ old: '1', new: '1' }))).toEqual(['REPLACE-02']);
    talk.put({ other: '1' }, 200, { metadata: {} });
    expect(broken(talk.get({ other: '1' }))).toEqual(['ANSWER-02']);
  });

  test('refused: the peculiarity is blamed, or the plain clause where plain requests are refused too', () => {
    const talk = new Conversation();
    talk.look('active');
    expect(broken(talk.put({ ['k'.repeat(255)]: '1' }, 400, error))).toEqual(['KEY-01']);
    expect(broken(talk.put({ one: '1' }, 400, error))).toEqual(['ANSWER-01']);
    expect(broken(talk.put({ ['k'.repeat(255)]: '1' }, 400, error))).toEqual(['ANSWER-01']);
    expect(broken(talk.put({ one: '1' }, 404, error))).toEqual(['VERSION-01']);
  });

  test.each([429, 502, 503, 504])('answered with %i says nothing of the contract', (status) => {
    expect(new Conversation().put({ one: '1' }, status, '')).toEqual([]);
  });
});

describe('a request that must be refused', () => {
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
    const talk = new Conversation();
    talk.look('active');
    talk.get({ old: '1' });
    expect(kept(talk.putText(text, 400, error))).toContain(clause);
    expect(broken(talk.putText(text, 500, error))).toEqual([clause]);
    expect(broken(talk.putText(text, 200, { metadata: {} }))).toEqual([clause]);
  });

  test('leaves no trace', () => {
    const talk = new Conversation();
    talk.get({ old: '1' });
    talk.putText('{"metadata":{"a/b":"1"}}', 400, error);
    expect(kept(talk.get({ old: '1' }))).toContain('ATOMIC-01');
    talk.putText('{', 400, error);
    expect(broken(talk.get({}))).toEqual(['ATOMIC-03|REPLACE-07']);
  });

  test('for the vm_state', () => {
    const talk = new Conversation();
    talk.look('rescued');
    expect(kept(talk.put({ one: '1' }, 409, error))).toContain('STATE-06');
    expect(broken(talk.put({ one: '1' }, 400, error))).toEqual(['STATE-06']);
    expect(broken(talk.put({ one: '1' }))).toEqual(['STATE-06']);
  });

  test('for the caller', () => {
    const talk = new Conversation();
    expect(kept(talk.put({}, 401, '', { token: null }))).toContain('ACCESS-01');
    expect(kept(talk.put({}, 401, '', { token: 'x' }))).toContain('ACCESS-02');
    expect(kept(talk.put({}, 404, error, { server: '00000000-0000-4000-8000-00000000000f' }))).toContain('ACCESS-03');
    expect(kept(talk.put({}, 404, error, { server: 'x' }))).toContain('ACCESS-04');
    expect(kept(talk.put({}, 403, error, { project: 'q' }))).toContain('ACCESS-05');
    expect(broken(talk.put({}, 200, undefined, { server: stranger }))).toEqual(['ACCESS-06']);
  });

  test('for the quota, with 403 or 413', () => {
    const map = Object.fromEntries(Array.from({ length: 129 }, (_, index) => [`key${index}`, '1']));
    const talk = new Conversation();
    expect(kept(talk.put(map, 413, ''))).toContain('QUOTA-03');
    expect(broken(talk.put(map, 400, error))).toEqual(['QUOTA-03']);
  });
});

describe('what the sources leave open', () => {
  test('gives a reading, never a fault', () => {
    const talk = new Conversation();
    expect(readings(talk.put({ 'a b': '1' }))).toContain('KEY-07 takes it');
    expect(readings(talk.put({ 'a b': '1' }, 400, error))).toContain('KEY-07 refuses it');
    expect(broken(talk.put({ 'a b': '1' }, 500, error))).toEqual(['KEY-07']);
    expect(readings(talk.putText('{"metadata":{"a":"\\ud800"}}', 500, ''))).toEqual(['VALUE-10 fails with 5xx']);
  });

  test('which of two equal keys wins shows when the map is read', () => {
    const talk = new Conversation();
    talk.putText('{"metadata":{"a":"1","a":"2"}}', 200, { metadata: { a: '1' } });
    expect(readings(talk.get({ a: '1' }))).toEqual(['BODY-08 the first one wins']);
  });
});

describe('what a replace must leave alone', () => {
  test('other servers', () => {
    const talk = new Conversation();
    talk.get({ hers: '1' }, { server: second });
    talk.put({ one: '1' });
    expect(broken(talk.get({}, { server: second }))).toEqual(['ISOLATION-01|REPLACE-07']);
  });

  test('the view under the other version', () => {
    const talk = new Conversation();
    talk.put({ one: '1' });
    talk.get({ one: '1' });
    expect(broken(talk.get({ old: '1' }, { version: 'v2' }))).toEqual(['VERSION-02|REPLACE-01|REPLACE-07']);
  });

  test('what is stored, when the vm_state changes and when nothing happens', () => {
    const talk = new Conversation();
    talk.look('active');
    talk.get({ one: '1' });
    expect(broken(talk.get({}))).toEqual(['REPLACE-07']);
    talk.look('stopped');
    expect(broken(talk.get({ old: '1' }))).toEqual(['STATE-13|REPLACE-07']);
  });
});

describe('the profile nova', () => {
  test('wants its envelope and moves `updated`', () => {
    const talk = new Conversation(nova);
    expect(broken(talk.putText('{', 400, { error: 'no' }))).toEqual(['ANSWER-05']);
    expect(broken(talk.putText('{', 400, error))).toEqual([]);
    talk.look('active');
    talk.put({ one: '1' });
    expect(broken(talk.look('active'))).toEqual(['REPLACE-09']);
  });
});
