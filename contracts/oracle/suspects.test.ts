import type { Metadata } from '../metadata';
import { broken, Conversation, stranger, suspected } from './testing/conversation';

const error = { badRequest: { code: 400, message: 'no' } };
const elsewhere = '00000000-0000-4000-8000-00000000000f';

describe('who looks at the body before the caller may refuse it for what is peculiar about it', () => {
  test.each<[string, Metadata, number, string]>([
    ['an unknown server', { [`k${'x'.repeat(99)}`]: '1' }, 400, 'KEY-01|ACCESS-03'],
    ['an unknown server and no pair', {}, 500, 'REPLACE-04|ACCESS-03'],
    ['an unknown server and nothing peculiar', { one: '1' }, 400, 'ACCESS-03'],
  ])('%s', (_, map, status, suspects) => {
    expect(broken(new Conversation().put(map, status, error, { server: elsewhere }))).toEqual([suspects]);
  });

  test('a server of another project', () => {
    const findings = new Conversation().put({ one: 'a\tb' }, 500, '', { server: stranger });
    // Nothing was altered: who refuses control characters does not break VALUE-08.
    expect(broken(findings)).toEqual(['VALUE-07|VALUE-03|ACCESS-06']);
  });
});

describe('a map that is too large and taken', () => {
  const many = (key: (index: number) => string, value: string) =>
    Object.fromEntries(Array.from({ length: 129 }, (_, index) => [key(index), value]));

  test('may have lost what is peculiar about it', () => {
    const talk = new Conversation();
    expect(broken(talk.put(many((index) => `key${index}`, '')))).toEqual(['VALUE-02|QUOTA-03']);
    expect(suspected(talk.put({ ...many((index) => `key${index}`, '1'), KEY1: '1' }))).toEqual(['KEY-08']);
  });

  test('without any peculiarity it is too large', () => {
    expect(broken(new Conversation().put(many((index) => `key${index}`, '1')))).toEqual(['QUOTA-03']);
  });
});

describe('a request that is open, taken without a map in the answer, and without any effect', () => {
  test('is no replace that went wrong, but follows no reading', () => {
    const talk = new Conversation();
    talk.get({ old: '1' });
    expect(broken(talk.put({ 'a b': '1' }, 200, error))).toEqual(['KEY-07|ANSWER-02']);
    expect(suspected(talk.get({ old: '1' }))).toEqual(['KEY-07']);
  });

  test('a peculiar one without effect is one fault, a plain one two', () => {
    const talk = new Conversation();
    talk.get({ old: '1' });
    talk.put({ one: '😀' });
    expect(broken(talk.get({ old: '1' }))).toEqual(['VALUE-06|VALUE-03|REPLACE-02|REPLACE-01']);
    talk.put({ one: '1' });
    expect(broken(talk.get({ old: '1' }))).toEqual(['REPLACE-02', 'REPLACE-01']);
  });
});

describe('a map that can no longer be read', () => {
  test('may be as unreadable as the answer to the request that set it', () => {
    const talk = new Conversation();
    talk.get({ old: '1' });
    talk.put({ one: 'é' }, 200, '{"metadata": {"one": "\\é"}}');
    talk.getText(200, '{"metadata": {"one": "\\é"}}');
    expect(broken(talk.getText(200, '{"metadata": {"one": "\\é"}}'))).toEqual(['ANSWER-02|VALUE-03|REPLACE-01']);
  });

  test('is no fault of the answer where that could be read', () => {
    const talk = new Conversation();
    talk.get({ old: '1' });
    talk.put({ one: 'é' });
    talk.getText(200, '{"metadata": {"one": "\\é"}}');
    expect(broken(talk.getText(200, '{"metadata": {"one": "\\é"}}'))).toEqual(['VALUE-03|REPLACE-01']);
  });

  test('may be so since what was refused after it', () => {
    const talk = new Conversation();
    talk.get({ old: '1' });
    talk.put({ one: 'é' });
    talk.put({ 'a/b': '1' }, 400, error);
    talk.getText(400, error);
    expect(suspected(talk.getText(400, error))).toEqual(['ATOMIC-01']);
  });
});

test('a body that some parsers fail for may have been refused as one that is not JSON', () => {
  const talk = new Conversation();
  talk.get({ old: '1' });
  talk.putText('{"metadata": {"one": "1", "one": "2"}}', 400, error);
  expect(broken(talk.get({}))).toEqual(['ATOMIC-01|ATOMIC-03|REPLACE-07']);
});

test('a key that a lost one begins with may have been taken for the way to that', () => {
  const talk = new Conversation();
  talk.get({});
  talk.put({ app: '1', 'app.name': '2' });
  expect(suspected(talk.getText(200, { metadata: { app: { name: '2' } } }))).toEqual(['KEY-02', 'KEY-02']);
});
