import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clauses } from '../clauses';
import { profiles } from '../profiles';
import { bindingOf } from '../profiles/profile';
import { editionProfile, editions } from '.';

/** The SHA-256 of each published edition. A new edition adds a line; existing lines never change. */
const published: Readonly<Record<string, string>> = {
  '2026-1.json': '68a44cafa1682e4641643505451dc932deb133b75fce7381c02e3d07fd71bbe8',
};

const folder = __dirname;
const [newest] = editions;

test('published editions are never changed or removed', () => {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      return [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ];
    });
  expect(Object.fromEntries(found)).toEqual(published);
});

test('every published edition is loaded', () => {
  expect(editions.map(({ edition }) => `${edition}.json`).sort()).toEqual(Object.keys(published).sort());
});

// Where this fails, the rules have changed: a new edition is due (CONTRIBUTING.md).
test.each(['ecs', 'nova'] as const)('the newest edition has the same levels as profile %s', (name) => {
  const frozen = editionProfile(newest, name);
  expect({ ...frozen, levels: {} }).toEqual({ ...profiles[name], levels: {} });
  expect(newest.clauses.map(({ clause }) => clause)).toEqual(clauses.map(({ id }) => id));
  for (const { id } of clauses) expect([id, bindingOf(id, frozen)]).toEqual([id, bindingOf(id, profiles[name])]);
});

test('a clause that is newer than an edition does not bind under it', () => {
  const older = { ...newest, clauses: newest.clauses.filter(({ clause }) => clause !== 'KEY-02') };
  expect(bindingOf('KEY-02', editionProfile(older, 'ecs')).level).toBe('not applicable');
  expect(bindingOf('KEY-03', editionProfile(older, 'ecs')).level).toBe('MUST');
});
