import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allVariants } from '.';

const others = ['index', 'variant', 'helpers', 'variants.test'];
const themes = readdirSync(__dirname).filter((file) => !others.includes(file.replace(/\.(ts|js)$/, '')));
/** One or two sentences. */
const sentences = /^[A-Z`](?:(?!\. ).)+(?:\. [A-Z`](?:(?!\. ).)+)?(?<=\.)$/;
const camelCase = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

test.each(themes)('%s: its variants are listed', (file) => {
  const declared = Object.entries(require(join(__dirname, file)) as Record<string, (typeof allVariants)[number]>);
  expect(declared.length).toBeGreaterThan(0);
  for (const [exported, variant] of declared) {
    expect(allVariants).toContain(variant);
    expect(exported).toBe(camelCase(variant.name));
  }
});

test('the names are unique', () => {
  expect(new Set(allVariants.map(({ name }) => name)).size).toBe(allVariants.length);
});

test.each(allVariants)('$name is described in one or two sentences', ({ description }) => {
  expect(description).toMatch(sentences);
});
