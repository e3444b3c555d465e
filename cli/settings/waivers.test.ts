import { capabilities as all } from '../../contracts/capabilities';
import { parseWaivers } from './waivers';

test('capabilities, families and clauses may be waived, in any case', () => {
  const { clauses, capabilities } = parseWaivers(['vm-states', 'access', 'key-01']);
  expect([...capabilities]).toEqual(['vm-states']);
  expect(clauses).toContain('ACCESS-06');
  expect(clauses).toContain('KEY-01');
  expect(clauses).not.toContain('KEY-02');
});

test('an unknown word is told with those that there are', () => {
  expect(() => parseWaivers(['KEY-99'])).toThrow(/KEY-99 is unknown: .*REPLACE.*second-project/);
});

test('nothing is waived without a word', () => {
  const { clauses, capabilities } = parseWaivers([]);
  expect([...clauses, ...capabilities]).toEqual([]);
});

test('every capability can be waived, also with others in one list', () => {
  const { capabilities } = parseWaivers(all.map(({ name }) => name));
  expect([...capabilities]).toEqual(all.map(({ name }) => name));
});

test('the message for an unknown word names the capabilities that a run may lack, and no others', () => {
  expect(() => parseWaivers(['second-cloud'])).toThrow(
    /or a capability \(.*second-server, second-project, vm-states\)$/,
  );
  expect(() => parseWaivers([''])).toThrow(/give a clause such as KEY-04/);
});
