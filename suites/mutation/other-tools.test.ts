import { detectionPage } from './detection-page';
import { compareTools, type ToolReport, toolTotals } from './other-tools';
import { type SampleEndpoint, sampleEndpoints } from './samples';

const names = ['embedded', 'methods-405', 'merges', 'answers-201', 'no-quota'];
const known = sampleEndpoints().filter(({ name }) => names.includes(name));
const tool = { title: 'The peer', version: '7.1', given: 'It is given all.', commands: ['peer run URL'] };

function reported(...failures: string[]): Record<string, ToolReport> {
  return { peer: { failures, requests: 4 } };
}

const usual = 'POST is served';
const reports = {
  embedded: reported(usual),
  'methods-405': reported(usual, 'no 404'),
  merges: reported(usual),
  'answers-201': reported(usual, 'status 201'),
  gone: reported(),
};
const peers = compareTools({ peer: tool }, reports, known);

function outcomes(): Record<string, unknown> {
  return Object.fromEntries(Object.entries(peers.endpoints).map(([name, { peer }]) => [name, peer?.outcome]));
}

test('a peer catches what it tells of a mutant and not of the embedded endpoint', () => {
  expect(outcomes()).toEqual({
    embedded: 'false alarm',
    'methods-405': 'false alarm',
    merges: 'passed',
    'answers-201': 'caught',
  });
  expect(toolTotals('peer', peers.endpoints, known)).toEqual({
    mutants: 2,
    caught: 1,
    variants: 2,
    falseAlarms: 2,
    failuresOfEmbedded: 1,
    failedToRun: 0,
    requests: 16,
  });
});

test('a run without a report caught nothing, whatever it told before it broke off', () => {
  const broken = { peer: { failures: ['status 201'], trouble: 'no end within 60 s', requests: 1 } };
  const judged = compareTools({ peer: tool }, { ...reports, 'answers-201': broken }, known);
  expect(judged.endpoints['answers-201']?.peer?.outcome).toBe('failed to run');
  expect(toolTotals('peer', judged.endpoints, known)).toMatchObject({ caught: 0, failedToRun: 1 });
});

test('the page shows what peers said of each endpoint, and of which they were not asked', () => {
  const page = detectionPage({}, peers, known);
  const rows = page.split('\n').filter((line) => line.startsWith('| '));
  const cell = (name: SampleEndpoint['name']) =>
    rows
      .find((row) => row.startsWith(`| ${name} `))
      ?.split(' | ')
      .at(-1);
  expect(names.map((name) => cell(name)?.replace(/ *\|$/, ''))).toEqual([
    'false alarm',
    'false alarm',
    'passed',
    'caught',
    'not run',
  ]);
  expect(page).toContain('No tool caught 1 of the 2 mutants.');
  expect(page).toMatch(/^\| The peer +\| 7\.1 +\| 1 of 2 +\| 2 of 2 +\| 1 /m);
  expect(page).toContain('$ peer run URL');
});
