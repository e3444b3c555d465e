import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bindingOf } from '../../contracts/profiles/profile';
import { loadProfile } from './load-profile';

function file(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'profile-')), 'profile.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('a written profile differs from the one that it extends in what it names', () => {
  const profile = loadProfile(
    file({
      name: 'ours',
      extends: 'ecs',
      levels: { 'KEY-07': 'MUST' },
      settled: { 'KEY-07': 'refuses it' },
      limits: { quota: 40 },
      statuses: { overQuota: [413] },
    }),
  );
  expect(bindingOf('KEY-07', profile)).toEqual({ level: 'MUST', settled: 'refuses it' });
  expect(profile.limits).toMatchObject({ quota: 40, keyLength: 255 });
  expect(profile.statuses).toMatchObject({ overQuota: [413], invalid: [400] });
});

test.each([
  ['no JSON', '{', 'is not JSON'],
  [
    'an unknown clause',
    { name: 'x', extends: 'ecs', levels: { 'KEY-99': 'MUST' } },
    'levels has an unknown member "KEY-99"',
  ],
  ['an unknown level', { name: 'x', extends: 'ecs', levels: { 'KEY-01': 'MAY' } }, 'must be one of MUST, SHOULD'],
  ['an unknown member', { name: 'x', extends: 'ecs', level: {} }, 'it has an unknown member "level"'],
  ['a list', [], 'the file must be an object'],
  [
    'an unknown reading',
    { name: 'x', extends: 'ecs', settled: { 'KEY-07': 'perhaps' } },
    'settled.KEY-07 must be one of refuses it, takes it',
  ],
  [
    'a settled reading whose clause stays open',
    { name: 'x', extends: 'ecs', settled: { 'KEY-07': 'takes it' } },
    'it settles KEY-07, but gives no level for it, so the reading has no effect: add "KEY-07": "MUST" (or SHOULD) to "levels"',
  ],
  ['a key length too low to work with', { name: 'x', extends: 'ecs', limits: { keyLength: 8 } }, 'limits.keyLength'],
  ['a value length too high', { name: 'x', extends: 'ecs', limits: { valueLength: 65_535 } }, 'limits.valueLength'],
  ['too few pairs', { name: 'x', extends: 'ecs', limits: { always: 5 } }, 'limits.always'],
  ['nothing that it extends', { name: 'x' }, "must have required property 'extends'"],
])('a profile with %s is complained of', (_, content, complaint) => {
  expect(() => loadProfile(file(content))).toThrow(complaint);
});

test('the profile of the documentation is one', () => {
  const [, text = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/configuration.md', 'utf8')) ?? [];
  expect(loadProfile(file(text)).settled).toMatchObject({ 'KEY-07': 'refuses it' });
});

test('a profile that is not there is complained of', () => {
  expect(() => loadProfile('/nowhere.json')).toThrow('give ecs, nova, or a JSON file');
});
