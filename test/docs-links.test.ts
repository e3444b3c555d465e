import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { clauses, familyOf } from '../contracts/clauses';

const root = resolve(__dirname, '..');
const documents = ['.', '.github', '.github/ISSUE_TEMPLATE', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The text of a document without its fenced code blocks. */
function proseOf(file: string): string {
  return read(file).replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
}

/** The anchors that GitHub gives to the headings of a document. */
function anchorsOf(file: string): Set<string> {
  const headings = [...proseOf(file).matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

function brokenLinks(file: string): string[] {
  const links = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const linked = path === '' ? file : join(dirname(file), path);
      if (!existsSync(join(root, linked))) return true;
      return anchor !== undefined && !(statSync(join(root, linked)).isFile() && anchorsOf(linked).has(anchor));
    });
}

test.each(documents)('%s: each link to a file or a heading resolves', (file) => {
  expect(brokenLinks(file)).toEqual([]);
});

test.each(documents)('%s: each path in backticks exists', (file) => {
  const paths = [
    ...proseOf(file).matchAll(
      /`((?:contracts|properties|targets|suites|reports|cli|test|bench|docs|deploy)\/[\w./-]*)`/g,
    ),
  ];
  expect(paths.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(documents)('%s: each npm script is one of package.json', (file) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(file).matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test('CONTRIBUTING.md names each npm script', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const text = read('CONTRIBUTING.md');
  const unnamed = Object.keys(scripts).filter((name) => !new RegExp(`\`(npm (run )?)?${name}\``).test(text));
  expect(unnamed).toEqual([]);
});

test('the README has a line for each family of clauses', () => {
  const families = [...new Set(clauses.map(({ id }) => familyOf(id)))];
  const lines = [...read('README.md').matchAll(/^\| ([A-Z]+) +\|/gm)].map(([, family]) => family);
  expect(lines).toEqual(families);
});

test('the figures of the README are those of the catalogue and of the detection page', () => {
  const [readme, detection] = [read('README.md'), read('docs/detection.md')];
  expect(readme).toContain(`tests ${clauses.length} clauses`);
  const figures = [...readme.matchAll(/(\d+ of \d+) +\|/g)].map(([, figure = '']) => figure);
  expect(figures.length).toBeGreaterThan(0);
  expect(figures.filter((figure) => !detection.includes(figure))).toEqual([]);
});

test('CONTRIBUTING.md gives a reason for each dependency, and for no other package', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
  const rows = [...read('CONTRIBUTING.md').matchAll(/^\| `([^`]+)` +\| (?:run|dev) /gm)].map(([, name]) => name);
  expect([...rows].sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});
