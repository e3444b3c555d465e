import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningEndpoint, startEndpoint } from '../../targets/embedded/start-endpoint';
import { allMutants } from '../../targets/mutants';
import { runCommand } from './support/command';
import { runArguments } from './support/served-endpoint';

/** The code blocks below a heading of README.md. */
function samplesBelow(heading: string): string[] {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(/\n```\n([\s\S]*?)```/g)].map(([, sample = '']) => sample);
}

/** A text without what differs from run to run; ids are shortened as README.md does. */
function masked(text: string): string {
  return text
    .replaceAll(/\/[0-9a-f]{32}\/servers\/[0-9a-f-]{36}\//g, '/…/')
    .replaceAll(/(?<=127\.0\.0\.1:|seed |\(and )\d+/g, 'N')
    .replaceAll(/[\d.]+(?= exchanges| s,)/g, 'N');
}

const [whole = '', failure = ''] = samplesBelow('What you see');
let endpoint: RunningEndpoint | undefined;
afterAll(() => endpoint?.close());

test('README.md shows what a run of the embedded endpoint prints', async () => {
  const { stdout } = await runCommand(['run', '--effort', 'quick', '--reporter', 'console']);
  expect(masked(stdout).trim()).toContain(masked(whole).trim());
});

test('README.md shows what a run of a mutant prints', async () => {
  const mutant = allMutants.find(({ name }) => name === 'merges-pairs');
  endpoint = await startEndpoint({ behaviour: mutant?.behaviour() ?? {} });
  const flags = ['--effort', 'quick', '--clause', 'REPLACE-02', '--reporter', 'console', '--quiet'];
  const { stdout } = await runCommand([...runArguments(endpoint, 2), ...flags]);
  expect(masked(stdout)).toBe(masked(failure));
});
