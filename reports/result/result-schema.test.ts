import Ajv from 'ajv/dist/2020';
import { makeMissingCapability, makeResult } from '../testing/results';
import { applyBaseline } from '../verdict/baseline';
import { readResult } from './read-result';
import { resultSchema } from './result-schema';

const validate = new Ajv({ strict: true, allErrors: true, formats: {} }).compile(resultSchema);
const failing = makeResult({ 'KEY-06': { verdict: 'failed' }, 'KEY-07': { reading: 'takes it', reason: 'so' } });
const known = { clause: 'KEY-06', reason: 'r', owner: 'https://x', expires: '2026-01-01' } as const;

test.each([
  ['conformant', makeResult({})],
  ['with failures', failing],
  ['with a defect of the suite', makeResult({}, {}, ['they disagree'])],
  [
    'with missing capabilities',
    {
      ...makeResult({}),
      missing: [makeMissingCapability(), makeMissingCapability({ capability: 'v2', waived: true })],
    },
  ],
  ['with a baseline', applyBaseline(failing, [known], '2026-02-01')],
])('a result %s is valid by its schema', (_, result) => {
  const written: unknown = JSON.parse(JSON.stringify(result));
  expect([validate(written), validate.errors]).toEqual([true, null]);
  expect(readResult(JSON.stringify(result))).toEqual(written);
});

test.each([
  ['an unknown verdict', { ...failing, verdict: 'fine' }],
  ['no clauses', { ...failing, clauses: undefined }],
  ['a clause without a verdict', { ...failing, clauses: failing.clauses.map(({ verdict: _, ...rest }) => rest) }],
  ['another format', { ...failing, format: 'other' }],
  ['an unknown member', { ...failing, more: 1 }],
])('a result with %s is not', (_, result) => {
  const written: unknown = JSON.parse(JSON.stringify(result));
  expect(validate(written)).toBe(false);
  expect(() => readResult(JSON.stringify(result))).toThrow('not a result.json of this suite');
});

test('a result of another version may know other capabilities, or none', () => {
  const { missing: _, ...older } = makeResult({});
  expect(readResult(JSON.stringify(older)).missing).toEqual([]);
  const newer = { ...older, missing: [makeMissingCapability({ capability: 'teleport' as never })] };
  expect(readResult(JSON.stringify(newer)).missing).toMatchObject([{ capability: 'teleport' }]);
  expect(() => readResult(JSON.stringify({ ...older, missing: [{}] }))).toThrow('not a result.json of this suite');
});
