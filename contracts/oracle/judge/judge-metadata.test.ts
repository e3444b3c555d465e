import { candidatesIn, ScriptedTarget, satisfiedIn } from '../testing/scripted-target';

const error = { badRequest: { code: 400, message: 'no' } };
const surrogate = '{"metadata":{"one":"\\ud800"}}';

function holding(map: Record<string, string>): ScriptedTarget {
  const target = new ScriptedTarget();
  target.put(map);
  target.get(map);
  return target;
}

describe('a server that became unreadable', () => {
  test('was changed by the request that it rejected', () => {
    const target = holding({ old: '1' });
    expect(candidatesIn(target.putText('{"metadata":{"a/b":"c"}}', 400, error))).toEqual([]);
    expect(candidatesIn(target.getText(400, error))).toEqual([]);
    expect(candidatesIn(target.getText(400, error))).toEqual(['ATOMIC-01|REPLACE-07']);
    expect(candidatesIn(target.getText(400, error))).toEqual([]);
  });

  test('is not a violation after one failed read', () => {
    const target = holding({ old: '1' });
    target.putText('{"metadata":{"a/b":"c"}}', 400, error);
    expect(candidatesIn(target.getText(500, error))).toEqual([]);
    expect(satisfiedIn(target.get({ old: '1' }))).toContain('ATOMIC-01');
  });

  test('is not a violation in a vm_state in which no read succeeded', () => {
    const target = holding({ old: '1' });
    target.getServer('active');
    target.getServer('rescued');
    target.put({ new: '1' }, 409, error);
    for (let time = 1; time <= 3; time += 1) {
      expect(candidatesIn(target.getText(409, error))).toEqual(['STATE-15']);
    }
  });

  test('was changed by the failed request, not by the one before it', () => {
    const target = holding({ old: '1' });
    target.put({ both: '2' });
    expect(candidatesIn(target.putText(surrogate, 500, error))).toEqual(['ANSWER-06']);
    expect(candidatesIn(target.getText(500, error))).toEqual([]);
    expect(candidatesIn(target.getText(500, error))).toEqual(['ANSWER-06']);
  });

  test('may have been changed by a request that it rejected after one that it accepted', () => {
    const target = holding({ old: '1' });
    target.put({ both: '2' });
    target.putText('{"metadata":{"a/b":"c"}}', 400, error);
    target.getText(400, error);
    expect(candidatesIn(target.getText(400, error))[0]).toMatch(/^ATOMIC-01/);
  });

  test('may hold anything after an invalid request that it accepted', () => {
    const target = holding({ old: '1' });
    expect(candidatesIn(target.putText('{}', 200, {}))).toContain('BODY-01');
    for (let time = 1; time <= 3; time += 1) expect(candidatesIn(target.getText(200, {}))).toEqual([]);
    target.put({ new: '1' });
    target.get({ new: '1' });
    target.getText(500, error);
    expect(candidatesIn(target.getText(500, error))).toEqual(['REPLACE-07']);
  });

  test('did not take a body that it may refuse, although it said so', () => {
    const target = holding({ old: '1' });
    target.putText('{"metadata":{"one":"1"}}', 200, {}, { headers: { 'content-type': 'text/plain' } });
    expect(candidatesIn(target.getText(200, {}))).toEqual(['BODY-14|REPLACE-01']);
  });

  test('has lost its map if there was no request', () => {
    const target = holding({ old: '1' });
    target.getText(500, error);
    expect(candidatesIn(target.getText(500, error))).toEqual(['REPLACE-07']);
  });
});

describe('a request that failed', () => {
  test('explains a map that is neither the old one nor the new one', () => {
    const target = holding({ old: '1' });
    target.put({ both: '2' });
    expect(candidatesIn(target.put({ new: '3' }, 500, error))).toEqual(['ANSWER-01']);
    expect(candidatesIn(target.get({ both: '2', half: '3' }))).toEqual(['ANSWER-01']);
  });

  test('allows both maps', () => {
    for (const stored of [{ both: '2' }, { new: '3' }] as Record<string, string>[]) {
      const target = holding({ old: '1' });
      target.put({ both: '2' });
      target.put({ new: '3' }, 500, error);
      const findings = target.get(stored);
      expect([candidatesIn(findings), satisfiedIn(findings)]).toEqual([[], []]);
    }
  });
});

test('a target that always shows the same map satisfies no clause', () => {
  const target = new ScriptedTarget();
  const example = { key1: 'value1' };
  target.get(example);
  target.put({ old: '1' });
  expect(candidatesIn(target.get(example))).not.toEqual([]);
  target.putText('{"metadata":{"a/b":"c"}}', 400, error);
  expect(satisfiedIn(target.get(example))).toEqual([]);
  expect(satisfiedIn(target.get(example, { version: 'v2' }))).toEqual([]);
});

test('an empty map shows that a request with pairs had no effect', () => {
  const target = holding({ old: '1' });
  target.getServer('active');
  target.put({});
  target.get({});
  target.putText('{"metadata":{"new":1}}', 400, error);
  expect(satisfiedIn(target.get({}))).toContain('ATOMIC-01');
  target.putText('{"metadata":[]}', 400, error);
  expect(satisfiedIn(target.get({}))).not.toContain('ATOMIC-01');
});

test('a lone surrogate is stored only if a read shows it', () => {
  const stored = holding({ old: '1' });
  expect(stored.putText(surrogate, 200, surrogate)).not.toContainEqual(expect.objectContaining({ outcome: 'reading' }));
  expect(stored.getText(200, surrogate)).toContainEqual(
    expect.objectContaining({ outcome: 'reading', clause: 'VALUE-10', reading: 'stores it' }),
  );
  const replaced = holding({ old: '1' });
  replaced.putText(surrogate, 200, { metadata: { one: '\ufffd' } });
  expect(candidatesIn(replaced.get({ one: '\ufffd' }))[0]).toMatch(/^VALUE-10/);
});
