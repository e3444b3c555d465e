import { broken, Conversation } from './testing/conversation';

test('a map that comes late is told once, when it was missed', () => {
  const talk = new Conversation();
  talk.get({ old: '1' });
  talk.put({ new: '2' });
  expect(broken(talk.get({ old: '1' }))).toEqual(['REPLACE-02', 'REPLACE-01']);
  expect(broken(talk.get({ new: '2' }))).toEqual([]);
  expect(broken(talk.get({ old: '1' }))).toEqual(['REPLACE-07']);
});

test('an earlier value is one that was not replaced, and an earlier pair one that was not removed', () => {
  const talk = new Conversation();
  talk.get({ one: 'v', gone: '1' });
  talk.put({ one: 'x' });
  talk.get({ one: 'x' });
  talk.put({ one: 'é' });
  expect(broken(talk.get({ one: 'v', gone: '1' }))).toEqual(['REPLACE-03|VALUE-03', 'REPLACE-02|REPLACE-05']);
});

test('an earlier map after what must change nothing may be a stale one', () => {
  const talk = new Conversation();
  talk.get({ old: '1' });
  talk.put({ both: '2' });
  talk.get({ both: '2' });
  talk.put({ 'a/b': '1' }, 400, {});
  const findings = talk.get({ old: '1' });
  expect(broken(findings)).toEqual(['ATOMIC-01|REPLACE-07']);
  expect(findings).toMatchObject([{ explainedBy: ['REPLACE-02', 'REPLACE-01'] }]);
});

test('a map that was never there is none', () => {
  const talk = new Conversation();
  talk.get({ old: '1' });
  talk.put({ 'a/b': '1' }, 400, {});
  const [finding] = talk.get({ 'a/b': '1' });
  expect(finding).toMatchObject({ suspects: ['ATOMIC-01', 'REPLACE-07'] });
  expect(finding).not.toHaveProperty('explainedBy');
});
