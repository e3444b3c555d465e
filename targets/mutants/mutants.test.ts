import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allMutants } from '.';

const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const families = folders.map(({ name }) => name).filter((name) => name !== 'helpers');
const themes = families.flatMap((family) =>
  readdirSync(join(__dirname, family)).map((file) => [family, file] as const),
);
/** One or two sentences. */
const sentences = /^[A-Z`](?:(?!\. ).)+(?:\. [A-Z`](?:(?!\. ).)+)?(?<=\.)$/;
const camelCase = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

test.each(themes)('%s/%s: its mutants are listed, and are killed by a clause of that family first', (family, file) => {
  const declared = Object.entries(
    require(join(__dirname, family, file)) as Record<string, (typeof allMutants)[number]>,
  );
  expect(declared.length).toBeGreaterThan(0);
  for (const [exported, mutant] of declared) {
    expect(allMutants).toContain(mutant);
    expect(exported).toBe(camelCase(mutant.name));
    expect(mutant.killedBy[0]).toMatch(new RegExp(`^${family.toUpperCase()}-`));
  }
});

test('the names are unique', () => {
  expect(new Set(allMutants.map(({ name }) => name)).size).toBe(allMutants.length);
});

test.each(allMutants)('$name is described in one or two sentences', ({ description }) => {
  expect(description).toMatch(sentences);
});
