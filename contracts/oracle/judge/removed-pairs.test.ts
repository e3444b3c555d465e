import { metadataPath } from '../../http/route';
import { candidatesIn, firstServer, ScriptedTarget } from '../testing/scripted-target';

test('a request for a single pair does not bring back a pair that a replace removed', () => {
  const target = new ScriptedTarget();
  const item = `${metadataPath('v2.1', 'p', firstServer)}/both`;
  const replaced = () => {
    target.get({ both: 'before', old: '1' });
    target.put({ both: 'after' });
    target.get({ both: 'after' });
  };
  replaced();
  target.exchange('DELETE', item, '', 204, '');
  expect(candidatesIn(target.get({ both: 'before' }))).toEqual(['REPLACE-03']);
  replaced();
  target.exchange('DELETE', item, '', 204, '');
  expect(candidatesIn(target.get({ old: '1' }))).toEqual(['REPLACE-02']);
  replaced();
  expect(candidatesIn(target.exchange('GET', item, '', 200, { meta: { both: 'before' } }))).toEqual(['REPLACE-03']);
  expect(candidatesIn(target.exchange('GET', item, '', 200, { meta: { both: 'after' } }))).toEqual([]);
  replaced();
  target.exchange('PUT', item, '{"meta": {"both": "before"}}', 200, '');
  target.exchange('DELETE', item, '', 404, '');
  expect(candidatesIn(target.get({ both: 'before' }))).toEqual([]);
});
