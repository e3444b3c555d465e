import { broken, Conversation, kept } from './testing/conversation';

const error = { badRequest: { code: 400, message: 'no' } };
const surrogate = '{"metadata":{"one":"\\ud800"}}';

function holding(map: Record<string, string>): Conversation {
  const talk = new Conversation();
  talk.put(map);
  talk.get(map);
  return talk;
}

describe('a server that can no longer be read', () => {
  test('was changed by the request that it refused', () => {
    const talk = holding({ old: '1' });
    expect(broken(talk.putText('{"metadata":{"a/b":"c"}}', 400, error))).toEqual([]);
    expect(broken(talk.getText(400, error))).toEqual([]);
    expect(broken(talk.getText(400, error))).toEqual(['ATOMIC-01|REPLACE-07']);
    expect(broken(talk.getText(400, error))).toEqual([]);
  });

  test('is not blamed for one read that fails', () => {
    const talk = holding({ old: '1' });
    talk.putText('{"metadata":{"a/b":"c"}}', 400, error);
    expect(broken(talk.getText(500, error))).toEqual([]);
    expect(kept(talk.get({ old: '1' }))).toContain('ATOMIC-01');
  });

  test('is not blamed in a vm_state in which it was never read', () => {
    const talk = holding({ old: '1' });
    talk.look('active');
    talk.look('rescued');
    talk.put({ new: '1' }, 409, error);
    for (let time = 1; time <= 3; time += 1) {
      expect(broken(talk.getText(409, error))).toEqual(['STATE-15']);
    }
  });

  test('was changed by the request that failed, not by the one before it', () => {
    const talk = holding({ old: '1' });
    talk.put({ both: '2' });
    expect(broken(talk.putText(surrogate, 500, error))).toEqual(['ANSWER-06']);
    expect(broken(talk.getText(500, error))).toEqual([]);
    expect(broken(talk.getText(500, error))).toEqual(['ANSWER-06']);
  });

  test('may have been changed by the request that it refused after one that it took', () => {
    const talk = holding({ old: '1' });
    talk.put({ both: '2' });
    talk.putText('{"metadata":{"a/b":"c"}}', 400, error);
    talk.getText(400, error);
    expect(broken(talk.getText(400, error))[0]).toMatch(/^ATOMIC-01/);
  });

  test('has not kept its map where nothing was asked of it', () => {
    const talk = holding({ old: '1' });
    talk.getText(500, error);
    expect(broken(talk.getText(500, error))).toEqual(['REPLACE-07']);
  });
});

describe('a request that failed', () => {
  test('explains a map that is neither the old one nor the new one', () => {
    const talk = holding({ old: '1' });
    talk.put({ both: '2' });
    expect(broken(talk.put({ new: '3' }, 500, error))).toEqual(['ANSWER-01']);
    expect(broken(talk.get({ both: '2', half: '3' }))).toEqual(['ANSWER-01']);
  });

  test('leaves open which of two maps is there', () => {
    for (const stored of [{ both: '2' }, { new: '3' }] as Record<string, string>[]) {
      const talk = holding({ old: '1' });
      talk.put({ both: '2' });
      talk.put({ new: '3' }, 500, error);
      const findings = talk.get(stored);
      expect([broken(findings), kept(findings)]).toEqual([[], []]);
    }
  });
});

test('a target that always shows the same map satisfies no clause by showing it once more', () => {
  const talk = new Conversation();
  const example = { key1: 'value1' };
  talk.get(example);
  talk.put({ old: '1' });
  expect(broken(talk.get(example))).not.toEqual([]);
  talk.putText('{"metadata":{"a/b":"c"}}', 400, error);
  expect(kept(talk.get(example))).toEqual([]);
  expect(kept(talk.get(example, { version: 'v2' }))).toEqual([]);
});

test('an empty map shows that a request with pairs has left nothing', () => {
  const talk = holding({ old: '1' });
  talk.look('active');
  talk.put({});
  talk.get({});
  talk.putText('{"metadata":{"new":1}}', 400, error);
  expect(kept(talk.get({}))).toContain('ATOMIC-01');
  talk.putText('{"metadata":[]}', 400, error);
  expect(kept(talk.get({}))).not.toContain('ATOMIC-01');
});

test('a lone surrogate is stored only where it is read back', () => {
  const stored = holding({ old: '1' });
  expect(stored.putText(surrogate, 200, surrogate)).not.toContainEqual(expect.objectContaining({ outcome: 'reading' }));
  expect(stored.getText(200, surrogate)).toContainEqual(
    expect.objectContaining({ outcome: 'reading', clause: 'VALUE-10', reading: 'stores it' }),
  );
  const replaced = holding({ old: '1' });
  replaced.putText(surrogate, 200, { metadata: { one: '\ufffd' } });
  expect(broken(replaced.get({ one: '\ufffd' }))[0]).toMatch(/^VALUE-10/);
});
