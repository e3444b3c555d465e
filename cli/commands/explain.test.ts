import { clauses, excludedClauses } from '../../contracts/clauses';
import { allMutants } from '../../targets/mutants';
import { explain, explainAsJson } from './explain';

const explained = (id: string) =>
  explain(id)
    .map((each) => `${each}\n`)
    .join('');

test('a clause is explained by its rule, its source, its checks and what it catches', () => {
  const text = explained('REPLACE-02');
  expect(text).toMatch(
    /^REPLACE-02: the target removes every stored pair whose key is not in the request\n {2}ecs +MUST\n/,
  );
  expect(text).toContain('all the metadata of this ECS will be deleted');
  expect(text).toMatch(
    /checks:\n( {2}- .+\n)* {2}- removes every key that the request does not name \(REPLACE-02\/[a-z0-9-]+\)\n/,
  );
  expect(text).toMatch(/with generated inputs:\n {2}- replaces any map by any other \(REPLACE-02\/[a-z0-9-]+\)\n/);
  expect(text).toMatch(/mutants that it kills:\n( {2}- .+\n)* {2}- merges\n/);
});

test('implementations that break a clause are named, with the reason', () => {
  expect(explained('KEY-06')).toMatch(
    /known implementations .*:\n( {2}- .+\n)* {2}- OpenStack Nova .+: failed \(ecs\).*: Nova's pattern/,
  );
  expect(explained('ISOLATION-01')).not.toContain('known implementations');
});

test('what is open is explained by its readings, and by what a profile settles', () => {
  const text = explained('KEY-07');
  expect(text).toMatch(/^KEY-07: a space in a key\n/);
  expect(text).toMatch(/ecs +open\n +nova +MUST: takes it\n/);
  expect(text).toMatch(/readings +refuses it \/ takes it/);
});

test('each clause is explained with its checks and the mutants that it kills', () => {
  const wrong = clauses.filter(({ id }) => {
    const text = explained(id);
    const hasChecks = /^(checks|properties, with generated inputs):\n {2}- /m.test(text);
    return (
      !hasChecks || allMutants.some(({ name, killedBy }) => text.includes(`  - ${name}\n`) !== killedBy.includes(id))
    );
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('an excluded clause is explained with the reason', () => {
  const reason = /\n {2}not tested, because .+\n$/;
  expect(excludedClauses.filter(({ id }) => !reason.test(explained(id)))).toEqual([]);
});

test('a family is explained by its clauses; case does not matter', () => {
  const lines = explain('quota');
  expect(lines[0]).toBe('QUOTA: 4 clauses, and 1 that cannot be tested');
  expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^QUOTA-01 +(MUST|SHOULD|open) +/)]));
  expect(explain('key-04')).toEqual(explain('KEY-04'));
});

test('as JSON it is a list, for a clause and for a family', () => {
  const [only, ...others] = JSON.parse(explainAsJson('key-07').join(''));
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    id: 'KEY-07',
    levels: { ecs: { level: 'open' }, nova: { level: 'MUST', settled: 'takes it' } },
    checks: expect.arrayContaining([{ id: expect.stringMatching(/^KEY-07\//), title: expect.any(String) }]),
  });
  expect(JSON.parse(explainAsJson('QUOTA').join('')).map(({ id }: { id: string }) => id)).toContain('QUOTA-04');
});

test.each([
  ['KEY-99', 'there is no clause or family "KEY-99": did you mean KEY-09?'],
  ['replce', 'did you mean REPLACE?'],
  ['whatever', 'there is no clause or family "whatever": the command clauses prints all of them'],
])('%s is refused', (word, words) => {
  expect(() => explain(word)).toThrow(words);
});
