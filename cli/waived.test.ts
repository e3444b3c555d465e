import { waivedBy } from './waived';

test('capabilities, families and clauses may be waived, in any case', () => {
  const { clauses, capabilities } = waivedBy(['vm-states', 'access', 'key-01']);
  expect([...capabilities]).toEqual(['vm-states']);
  expect(clauses).toContain('ACCESS-06');
  expect(clauses).toContain('KEY-01');
  expect(clauses).not.toContain('KEY-02');
});

test('an unknown word is told with those that there are', () => {
  expect(() => waivedBy(['KEY-99'])).toThrow(/KEY-99: .*second-project.*REPLACE/);
});
