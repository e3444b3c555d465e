import { ecs } from '../../profiles/ecs';
import type { Limits, Statuses } from '../../profiles/profile';
import { candidatesIn, readingsIn, ScriptedTarget, satisfiedIn } from '../testing/scripted-target';

const error = { badRequest: { code: 400, message: 'no' } };

function under(limits: Partial<Limits>, statuses: Partial<Statuses> = {}): ScriptedTarget {
  const profile = { ...ecs, limits: { ...ecs.limits, ...limits }, statuses: { ...ecs.statuses, ...statuses } };
  const target = new ScriptedTarget(profile);
  target.getServer('active');
  target.get({ old: '1' });
  return target;
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, '1']));

test.each([
  ['a key of a low limit', { keyLength: 16 }, { ['k'.repeat(16)]: '1' }, 'KEY-01'],
  ['a value of a low limit', { valueLength: 16 }, { one: 'v'.repeat(16) }, 'VALUE-01'],
  ['the minimum of pairs', { always: 10 }, many(10), 'QUOTA-01'],
])('the rejection of %s violates this clause', (_, limits, map, clause) => {
  expect(candidatesIn(under(limits).put(map, 400, error))).toEqual([clause]);
});

test.each([
  ['a key beyond a low limit', { keyLength: 16 }, { ['k'.repeat(17)]: '1' }, 'KEY-04'],
  ['a value beyond a low limit', { valueLength: 16 }, { one: 'v'.repeat(17) }, 'VALUE-04'],
])('the acceptance of %s violates this clause', (_, limits, map, clause) => {
  expect(candidatesIn(under(limits).put(map))).toEqual([clause]);
});

test('up to half of the minimum of pairs, and up to 20, the number is not a feature', () => {
  expect(candidatesIn(under({ always: 10 }).put(many(5), 400, error))).toEqual(['ANSWER-01']);
  expect(candidatesIn(under({ always: 200 }).put(many(21), 400, error))).toEqual(['QUOTA-01']);
});

test('an accepted replace needs a status of the profile', () => {
  expect(satisfiedIn(under({}, { accepted: [201] }).put({ one: '1' }, 201))).toContain('ANSWER-01');
  expect(candidatesIn(under({}, { accepted: [201] }).put({ one: '1' }, 200))).toEqual(['ANSWER-01']);
});

describe('if the status for a wrong vm_state is 423', () => {
  const statuses = { wrongState: [423] };

  test('a locked server may be rejected with it', () => {
    const target = under({}, statuses);
    target.exchange('POST', `/v2.1/p/servers/00000000-0000-4000-8000-000000000001/action`, '{"lock":null}', 202, '');
    expect(readingsIn(target.put({ one: '1' }, 423, error))).toEqual(['STATE-14 refuses the request with 409']);
    expect(candidatesIn(target.put({ one: '1' }, 409, error))).toEqual(['STATE-14']);
  });

  test('a server in an unknown vm_state may be rejected with it', () => {
    const target = new ScriptedTarget({ ...ecs, statuses: { ...ecs.statuses, ...statuses } });
    expect(candidatesIn(target.put({ one: '1' }, 423, error))).toEqual([]);
  });

  test('an active server must not be rejected with it', () => {
    expect(candidatesIn(under({}, statuses).put({ ['k'.repeat(255)]: '1' }, 423, error))).toEqual(['STATE-01']);
  });
});

test('a status for several reasons shows none of them', () => {
  const target = under({}, { wrongState: [400] });
  expect(candidatesIn(target.put({ ['k'.repeat(255)]: '1' }, 400, error))).toEqual(['KEY-01']);
});

test('a very large body may be rejected with the status of an invalid one', () => {
  const large = `{"metadata": {"one": "1"}}`.padEnd(115_000, ' ');
  expect(candidatesIn(under({}, { invalid: [422] }).putText(large, 422, error))).toEqual([]);
  expect(candidatesIn(under({}, { invalid: [422] }).putText(large, 400, error))).toEqual(['BODY-12']);
});
