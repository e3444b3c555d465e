import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isCheckId } from '../../contracts/evidence/check-id';
import { checksOf, loadSuites } from '../harness/dsl/check';
import { type CheckIds, declaredIds } from './check-ids';

const stored: CheckIds = JSON.parse(readFileSync(resolve(__dirname, '../check-ids.json'), 'utf8'));
const declared = declaredIds();

test('every id is a clause of the catalogue and a name in lower case', () => {
  expect(declared.filter((id) => !isCheckId(id))).toEqual([]);
  for (const wrong of [
    'KEY-04',
    'KEY-99/x',
    'key-04/x',
    'KEY-04/',
    'KEY-04/X',
    'KEY-04/-x',
    'KEY-04/x_y',
    'KEY-04/x/y',
  ]) {
    expect([wrong, isCheckId(wrong)]).toEqual([wrong, false]);
  }
});

test('no two declarations have one id', () => {
  expect(declared.filter((id, place) => declared.indexOf(id) !== place)).toEqual([]);
  // Under two versions, a check is declared once for each.
  const names = loadSuites().flatMap((suite) => checksOf(suite).map(({ id, version }) => `${id} ${version}`));
  expect(new Set(names).size).toBe(names.length);
});

test('no id has changed or gone: results, counterexamples and baselines of users name them', () => {
  const gone = stored.declared.filter((id) => !declared.includes(id));
  // A check that was removed on purpose: move its id to `retired` in suites/check-ids.json.
  expect(gone).toEqual([]);
  const missing = declared.filter((id) => !stored.declared.includes(id));
  // A new check: `npm run docs` adds its id.
  expect(missing).toEqual([]);
});

test('no id of a removed check is used again', () => {
  expect(stored.retired.filter((id) => declared.includes(id))).toEqual([]);
});
