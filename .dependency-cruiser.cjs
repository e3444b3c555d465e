/** Imports go one way: contracts ← properties, targets ← suites; contracts ← reports; cli imports all of them. */
// Tests may import anything.
const tests = '\\.test\\.ts$|/testing/|^test/';

/** Folders of ours that a folder may import, beside itself. */
const imports = {
  contracts: [],
  properties: ['contracts'],
  targets: ['contracts'],
  reports: ['contracts'],
  suites: ['contracts', 'properties', 'targets'],
};
const folders = [...Object.keys(imports), 'cli', 'bench', 'test'];

/** The proof of the suite and what it publishes drive whole runs, with reports and the command. */
const drivers = '^suites/(mutation|publish)/';

module.exports = {
  forbidden: [
    { name: 'no-file-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-folder-cycle', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    ...Object.entries(imports).map(([folder, allowed]) => ({
      name: `${folder}-imports-only-${['itself', ...allowed].join('-')}`,
      severity: 'error',
      from: { path: `^${folder}/`, pathNot: drivers },
      to: { path: `^(${folders.filter((each) => each !== folder && !allowed.includes(each)).join('|')})/` },
    })),
    {
      name: 'contracts-does-no-io',
      comment: 'contracts/ is pure: it reads no file, opens no socket and knows no test runner.',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { path: '^(node:)?(fs|http|https|net|child_process)(/|$)|^(supertest|jest)$|node_modules/(supertest|jest)/' },
    },
    {
      name: 'properties-sends-no-requests',
      severity: 'error',
      from: { path: '^properties/' },
      to: { path: '^(node:)?(http|https|net)$|node_modules/supertest/' },
    },
    {
      name: 'embedded-endpoint-shares-no-code-with-the-oracle',
      comment: 'An error in shared code would be in both, and no test would see it.',
      severity: 'error',
      from: { path: '^targets/(embedded|mutants|variants)/' },
      to: { path: '^contracts/(oracle|schemas)/' },
    },
    {
      name: 'one-file-knows-supertest',
      severity: 'error',
      from: { pathNot: `^targets/http/transport\\.ts$|${tests}` },
      to: { path: 'node_modules/(@types/)?supertest/' },
    },
    {
      name: 'cli-is-imported-by-none',
      severity: 'error',
      from: { pathNot: `^(cli|bench)/|${drivers}|${tests}` },
      to: { path: '^cli/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Its parser cannot read TSX. Biome holds the components to the same rules.
    exclude: { path: `^dist/|\\.tsx$|${tests}` },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
