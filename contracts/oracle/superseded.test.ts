import { metadataPath } from '../http/route';
import { broken, Conversation, first } from './testing/conversation';

test('what is done to single pairs brings nothing back that a replace has put out of use', () => {
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
