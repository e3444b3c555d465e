import { serverPath } from '../../http/route';
import {
  candidatesIn,
  firstCandidatesIn,
  firstServer,
  readingsIn,
  ScriptedTarget,
  satisfiedIn,
  subject,
} from '../testing/scripted-target';

const path = `${serverPath('v2.1', subject.projectId, firstServer)}/action`;

function holding(): ScriptedTarget {
  const target = new ScriptedTarget();
  target.getServer('active');
  target.put({ old: '1' });
  target.get({ old: '1' });
  return target;
}

const act = (target: ScriptedTarget, action: string, status: number, fault?: string) =>
  target.exchange('POST', path, JSON.stringify({ [action]: null }), status, '', fault === undefined ? {} : { fault });

const conflict = { conflictingRequest: { code: 409, message: 'no' } };

test.each<[string, number, string | undefined]>([
  ['fails', 500, undefined],
  ['is not answered', 0, 'no answer'],
  ['is answered by a gateway', 502, 'status 502'],
])('a lock that %s may explain a conflict, of a valid request and of an invalid one', (_, status, fault) => {
  const target = holding();
  act(target, 'lock', status, fault);
  expect(target.put({ new: '1' }, 409, conflict)).toEqual([]);
  expect(target.put({ 'a/b': '1' }, 409, conflict)).toEqual([]);
  expect(candidatesIn(target.get({ old: '1' }))).toEqual([]);
  expect(readingsIn(target.put({ new: '1' }))).toEqual([]);
});

test.each([500, 403])('after an unlock with %i, an accepted replace shows that no lock matters', (status) => {
  const target = holding();
  act(target, 'lock', 202);
  act(target, 'unlock', status);
  target.put({ new: '1' });
  act(target, 'unlock', status);
  expect(firstCandidatesIn(target.put({ new: '2' }, 409, conflict))).toEqual(['STATE-01']);
  target.getServer('rescued');
  expect(satisfiedIn(target.put({ new: '2' }, 409, conflict))).toContain('STATE-06');
  act(target, 'lock', 500);
  expect(target.put({ new: '2' }, 409, conflict)).toEqual([]);
});

test('an unknown lock explains no other rejection, and no wrongly accepted request', () => {
  const target = holding();
  act(target, 'lock', 500);
  expect(firstCandidatesIn(target.put({ new: '1' }, 400, { badRequest: { code: 400, message: 'no' } }))).toEqual([
    'ANSWER-01',
  ]);
  expect(firstCandidatesIn(target.put({ 'a/b': '1' }))).toEqual(['KEY-05']);
});

test('a conflict that a lock may explain does not count as a rejection of plain requests', () => {
  const target = holding();
  act(target, 'lock', 500);
  target.put({ new: '1' }, 409, conflict);
  act(target, 'unlock', 202);
  expect(firstCandidatesIn(target.put({ new: '' }, 400, { badRequest: { code: 400, message: 'no' } }))).toEqual([
    'VALUE-02',
  ]);
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
])('after %s, a conflict is excused only if the server may be locked', (_, actions, isExcused) => {
  const target = holding();
  for (const [action, status] of actions) act(target, action, status);
  expect(firstCandidatesIn(target.put({ new: '1' }, 409, conflict))).toEqual(isExcused ? [] : ['STATE-01']);
});

test('a failed action may have changed the vm_state', () => {
  const target = holding();
  act(target, 'rescue', 500);
  expect(target.put({ new: '1' }, 409, conflict)).toEqual([]);
  target.getServer('active');
  expect(firstCandidatesIn(target.put({ new: '1' }, 409, conflict))).toEqual(['STATE-01']);
});
