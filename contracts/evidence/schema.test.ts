import Ajv from 'ajv/dist/2020';
import { runEmbedded } from '../../suites/mutation/embedded-run';
import { allMutants } from '../../targets/mutants';
import type { ClauseId } from '../clauses';
import type { Evidence } from './events';
import { evidenceSchema } from './schema';

jest.setTimeout(120_000);

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(evidenceSchema);

function problems(evidence: Evidence): readonly unknown[] {
  // A line as the file holds it: without undefined members.
  const line: unknown = JSON.parse(JSON.stringify(evidence));
  return validate(line) ? [] : [line];
}

test.each<[string, readonly ClauseId[]]>([
  ['merges', ['REPLACE-02', 'REPLACE-09']],
  ['race-union', ['CONCURRENCY-01', 'CONCURRENCY-02']],
  ['shared-between-servers', ['ISOLATION-01', 'STATE-01']],
])('each line of the evidence of %s is valid by the schema', async (name, only) => {
  const mutant = allMutants.find((each) => each.name === name);
  expect(mutant).toBeDefined();
  const wrong: unknown[] = [];
  const kinds = new Set<Evidence['kind']>();
  await runEmbedded({
    behaviour: mutant?.behaviour() ?? {},
    only: new Set(only),
    onEvidence: (evidence) => {
      kinds.add(evidence.kind);
      wrong.push(...problems(evidence));
    },
  });
  expect(wrong.slice(0, 3)).toEqual([]);
  expect([...kinds]).toEqual(expect.arrayContaining(['check', 'exchange', 'preflight', 'run', 'trial']));
});

test('a line with an unknown member, an unknown clause or a missing member is not valid', () => {
  const check = {
    kind: 'check',
    check: 'KEY-01/c v2',
    id: 'KEY-01/c',
    suite: 's',
    clause: 'KEY-01',
    title: 't',
    ended: { outcome: 'passed' },
  };
  expect(validate(check)).toBe(true);
  expect(validate({ ...check, more: 1 })).toBe(false);
  expect(validate({ ...check, clause: 'KEY-99' })).toBe(false);
  expect(validate({ ...check, id: 'KEY-01 c' })).toBe(false);
  expect(validate({ ...check, ended: undefined })).toBe(false);
  expect(validate({ ...check, ended: { outcome: 'failed' } })).toBe(false);
});
