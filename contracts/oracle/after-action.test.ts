import { serverPath } from '../http/route';
import { broken, Conversation, first, kept, readings, subject, suspected } from './testing/conversation';

const path = `${serverPath('v2.1', subject.projectId, first)}/action`;

function holding(): Conversation {
  const talk = new Conversation();
  talk.look('active');
  talk.put({ old: '1' });
  talk.get({ old: '1' });
  return talk;
}

const act = (talk: Conversation, action: string, status: number, fault?: string) =>
  talk.say('POST', path, JSON.stringify({ [action]: null }), status, '', fault === undefined ? {} : { fault });

const conflict = { conflictingRequest: { code: 409, message: 'no' } };

test.each<[string, number, string | undefined]>([
  ['fails', 500, undefined],
  ['is not answered', 0, 'no answer'],
  ['is answered by a gateway', 502, 'status 502'],
])('a lock that %s may explain a conflict, of a right request and of a wrong one', (_, status, fault) => {
  const talk = holding();
  act(talk, 'lock', status, fault);
  expect(talk.put({ new: '1' }, 409, conflict)).toEqual([]);
  expect(talk.put({ 'a/b': '1' }, 409, conflict)).toEqual([]);
  expect(broken(talk.get({ old: '1' }))).toEqual([]);
  expect(readings(talk.put({ new: '1' }))).toEqual([]);
});

test.each([500, 403])('after an unlock with %i, a lock explains nothing any more once a replace is taken', (status) => {
  const talk = holding();
  act(talk, 'lock', 202);
  act(talk, 'unlock', status);
  talk.put({ new: '1' });
  act(talk, 'unlock', status);
  expect(suspected(talk.put({ new: '2' }, 409, conflict))).toEqual(['STATE-01']);
  talk.look('rescued');
  expect(kept(talk.put({ new: '2' }, 409, conflict))).toContain('STATE-06');
  act(talk, 'lock', 500);
  expect(talk.put({ new: '2' }, 409, conflict)).toEqual([]);
});

test('a lock that may be there explains no other refusal, and no wrong request that is taken', () => {
  const talk = holding();
  act(talk, 'lock', 500);
  expect(suspected(talk.put({ new: '1' }, 400, { badRequest: { code: 400, message: 'no' } }))).toEqual(['ANSWER-01']);
  expect(suspected(talk.put({ 'a/b': '1' }))).toEqual(['KEY-05']);
});

test('a conflict that a lock may explain makes no later refusal ordinary', () => {
  const talk = holding();
  act(talk, 'lock', 500);
  talk.put({ new: '1' }, 409, conflict);
  act(talk, 'unlock', 202);
  expect(suspected(talk.put({ new: '' }, 400, { badRequest: { code: 400, message: 'no' } }))).toEqual(['VALUE-02']);
});

test.each<[string, readonly [string, number][], boolean]>([
  [
    'an unlock that is taken',
    [
      ['lock', 500],
      ['unlock', 202],
    ],
    false,
  ],
  [
    'an unlock that fails, too',
    [
      ['lock', 500],
      ['unlock', 500],
    ],
    true,
  ],
  [
    'an unlock that fails after a lock that was taken',
    [
      ['lock', 202],
      ['unlock', 500],
    ],
    true,
  ],
  ['an unlock that fails where nothing was locked', [['unlock', 500]], false],
  ['a lock that the target does not know', [['lock', 501]], false],
  ['a lock that is refused', [['lock', 403]], false],
])('after %s, a conflict is excused only where a lock may be there', (_, actions, isExcused) => {
  const talk = holding();
  for (const [action, status] of actions) act(talk, action, status);
  expect(suspected(talk.put({ new: '1' }, 409, conflict))).toEqual(isExcused ? [] : ['STATE-01']);
});

test('an action that fails may have changed the vm_state', () => {
  const talk = holding();
  act(talk, 'rescue', 500);
  expect(talk.put({ new: '1' }, 409, conflict)).toEqual([]);
  talk.look('active');
  expect(suspected(talk.put({ new: '1' }, 409, conflict))).toEqual(['STATE-01']);
});
