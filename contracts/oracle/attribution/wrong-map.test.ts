import type { Metadata } from '../../metadata';
import { candidatesIn, firstCandidatesIn, otherProjectServer, ScriptedTarget } from '../testing/scripted-target';

const error = { badRequest: { code: 400, message: 'no' } };
const elsewhere = '00000000-0000-4000-8000-00000000000f';

describe('who looks at the body before the caller may refuse it for what is peculiar about it', () => {
  test.each<[string, Metadata, number, string]>([
    ['an unknown server', { [`k${'x'.repeat(99)}`]: '1' }, 400, 'KEY-01|ACCESS-03'],
    ['an unknown server and no pair', {}, 500, 'REPLACE-04|ACCESS-03'],
    ['an unknown server and nothing peculiar', { one: '1' }, 400, 'ACCESS-03'],
  ])('%s', (_, map, status, suspects) => {
    expect(candidatesIn(new ScriptedTarget().put(map, status, error, { server: elsewhere }))).toEqual([suspects]);
  });

  test('a server of another project', () => {
    const findings = new ScriptedTarget().put({ one: 'a\tb' }, 500, '', { server: otherProjectServer });
    // Nothing was altered: who refuses control characters does not break VALUE-08.
    expect(candidatesIn(findings)).toEqual(['VALUE-07|VALUE-03|ACCESS-06']);
  });
});

describe('a map that is too large and taken', () => {
  const many = (key: (index: number) => string, value: string) =>
    Object.fromEntries(Array.from({ length: 129 }, (_, index) => [key(index), value]));

  test('may have lost what is peculiar about it', () => {
    const target = new ScriptedTarget();
    expect(candidatesIn(target.put(many((index) => `key${index}`, '')))).toEqual(['VALUE-02|QUOTA-03']);
    expect(firstCandidatesIn(target.put({ ...many((index) => `key${index}`, '1'), KEY1: '1' }))).toEqual(['KEY-08']);
  });

  test('without any peculiarity it is too large', () => {
    expect(candidatesIn(new ScriptedTarget().put(many((index) => `key${index}`, '1')))).toEqual(['QUOTA-03']);
  });
});

describe('a request that is open, taken without a map in the answer, and without any effect', () => {
  test('is no replace that went wrong, but follows no reading', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    expect(candidatesIn(target.put({ 'a b': '1' }, 200, error))).toEqual(['KEY-07|ANSWER-02']);
    expect(firstCandidatesIn(target.get({ old: '1' }))).toEqual(['KEY-07']);
  });

  test('a peculiar one without effect is one fault, a plain one two', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    target.put({ one: '😀' });
    expect(candidatesIn(target.get({ old: '1' }))).toEqual(['VALUE-06|VALUE-03|REPLACE-02|REPLACE-01']);
    target.put({ one: '1' });
    expect(candidatesIn(target.get({ old: '1' }))).toEqual(['REPLACE-02', 'REPLACE-01']);
  });
});

describe('a map that can no longer be read', () => {
  test('may be as unreadable as the answer to the request that set it', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    target.put({ one: 'é' }, 200, '{"metadata": {"one": "\\é"}}');
    target.getText(200, '{"metadata": {"one": "\\é"}}');
    expect(candidatesIn(target.getText(200, '{"metadata": {"one": "\\é"}}'))).toEqual([
      'ANSWER-02|VALUE-03|REPLACE-01',
    ]);
  });

  test('is no fault of the answer where that could be read', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    target.put({ one: 'é' });
    target.getText(200, '{"metadata": {"one": "\\é"}}');
    expect(candidatesIn(target.getText(200, '{"metadata": {"one": "\\é"}}'))).toEqual(['VALUE-03|REPLACE-01']);
  });

  test('may be so since what was refused after it', () => {
    const target = new ScriptedTarget();
    target.get({ old: '1' });
    target.put({ one: 'é' });
    target.put({ 'a/b': '1' }, 400, error);
    target.getText(400, error);
    expect(firstCandidatesIn(target.getText(400, error))).toEqual(['ATOMIC-01']);
  });
});

test('a body that some parsers fail for may have been refused as one that is not JSON', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.putText('{"metadata": {"one": "1", "one": "2"}}', 400, error);
  expect(candidatesIn(target.get({}))).toEqual(['ATOMIC-01|ATOMIC-03|REPLACE-07']);
});

test('a key that a lost one begins with may have been taken for the way to that', () => {
  const target = new ScriptedTarget();
  target.get({});
  target.put({ app: '1', 'app.name': '2' });
  expect(firstCandidatesIn(target.getText(200, { metadata: { app: { name: '2' } } }))).toEqual(['KEY-02', 'KEY-02']);
});

test('a map that comes late may be that of a replace without effect', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.put({ new: '2' });
  expect(candidatesIn(target.get({ old: '1' }))).toEqual(['REPLACE-02', 'REPLACE-01']);
  const late = target.get({ new: '2' });
  expect(candidatesIn(late)).toEqual(['REPLACE-07']);
  expect(late).toMatchObject([{ explainedBy: ['REPLACE-02', 'REPLACE-01'] }]);
});

test('an earlier value is one that was not replaced, and an earlier pair one that was not removed', () => {
  const target = new ScriptedTarget();
  target.get({ one: 'v', gone: '1' });
  target.put({ one: 'x' });
  target.get({ one: 'x' });
  target.put({ one: 'é' });
  expect(candidatesIn(target.get({ one: 'v', gone: '1' }))).toEqual(['REPLACE-03|VALUE-03', 'REPLACE-02|REPLACE-05']);
});

test('an earlier map after what must change nothing may be a stale one', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.put({ both: '2' });
  target.get({ both: '2' });
  target.put({ 'a/b': '1' }, 400, {});
  const findings = target.get({ old: '1' });
  expect(candidatesIn(findings)).toEqual(['ATOMIC-01|REPLACE-07']);
  expect(findings).toMatchObject([{ explainedBy: ['REPLACE-02', 'REPLACE-01'] }]);
});

test('a map that was never there is none', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.put({ 'a/b': '1' }, 400, {});
  const [finding] = target.get({ 'a/b': '1' });
  expect(finding).toMatchObject({ suspects: ['ATOMIC-01', 'REPLACE-07'] });
  expect(finding).not.toHaveProperty('explainedBy');
});

test('a server resource that shows an earlier map is as old as a replace without effect would leave it', () => {
  const target = new ScriptedTarget();
  target.get({ old: '1' });
  target.put({ new: '2' });
  target.get({ new: '2' });
  const findings = target.getServer('active', { old: '1' });
  expect(candidatesIn(findings)).toEqual(['REPLACE-08']);
  expect(findings).toMatchObject([{ explainedBy: ['REPLACE-02', 'REPLACE-01'] }]);
});
