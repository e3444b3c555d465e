import { broken, Conversation } from './testing/conversation';

test('a map that comes late may be that of a replace without effect', () => {
  const talk = new Conversation();
  talk.get({ old: '1' });
  talk.put({ new: '2' });
  expect(broken(talk.get({ old: '1' }))).toEqual(['REPLACE-02', 'REPLACE-01']);
  const late = talk.get({ new: '2' });
  expect(broken(late)).toEqual(['REPLACE-07']);
  expect(late).toMatchObject([{ explainedBy: ['REPLACE-02', 'REPLACE-01'] }]);
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

test('a server resource that shows an earlier map is as old as a replace without effect would leave it', () => {
  const talk = new Conversation();
  talk.get({ old: '1' });
  talk.put({ new: '2' });
  talk.get({ new: '2' });
  const findings = talk.look('active', { old: '1' });
  expect(broken(findings)).toEqual(['REPLACE-08']);
  expect(findings).toMatchObject([{ explainedBy: ['REPLACE-02', 'REPLACE-01'] }]);
});
