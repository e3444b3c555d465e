import { JSDOM } from 'jsdom';
import { toImplementationRun } from '../result/implementations';
import { makeResult } from '../testing/results';
import { summarizeImplementation } from './implementation-summary';
import { SiteBuilder } from './site-builder';

const passed = toImplementationRun(makeResult({}));
const { began: _, ...failed } = toImplementationRun(
  makeResult({ 'KEY-06': { verdict: 'failed' } }),
  () => 'nova/types.py:7',
);
const noCause = () => undefined;

test.each([
  ['OpenStack Nova 34.0.0', 'OpenStack Nova', '34.0.0'],
  ['OpenStack Nova 26.2.2, uwsgi', 'OpenStack Nova, uwsgi', '26.2.2'],
  ['the embedded endpoint', 'the embedded endpoint', undefined],
])('%s is a product and its release', (name, targetName, targetVersion) => {
  expect(summarizeImplementation(name, passed, noCause).facts).toMatchObject({ targetName, profile: 'ecs' });
  expect(summarizeImplementation(name, passed, noCause).facts.targetVersion).toBe(targetVersion);
});

test('a stored verdict has its reading, and a failure its cause', () => {
  const { clauses } = summarizeImplementation('a 1.0', failed, () => 'a slip');
  expect(clauses.get('KEY-06')).toEqual({ level: 'MUST', verdict: 'failed', cause: 'a slip' });
  expect(clauses.get('KEY-07')).toMatchObject({ level: 'open', verdict: 'open', reading: expect.any(String) });
});

test('the pages of stored releases say what broke in which one, why, and no limits', () => {
  const builder = new SiteBuilder();
  const pages = new Map<string, string>();
  const releases = [
    ['Nova 10.0', failed],
    ['Nova 9.1', passed],
    ['Nova 11.0', failed],
  ] as const;
  for (const [name, run] of releases) {
    const { path, html } = builder.addImplementation(name, run, () => 'a slip');
    pages.set(path, html);
  }
  for (const { path, html } of builder.finish()) pages.set(path, html);
  const { document } = new JSDOM([...pages].find(([path]) => path.startsWith('targets/'))?.[1] ?? '').window;
  const text = document.querySelector('main')?.textContent;
  expect(text).toMatch(
    /Failing nowKEY-06 MUST refuses a key that ends in a newline with 400since 10\.0, in 2 runsa slip/,
  );
  expect(text).toContain('Clauses that failed, release by release');
  expect([...document.querySelectorAll('dt')].map((name) => name.textContent)).toEqual(['profile']);
  const bar = document.querySelector('.history a');
  expect(bar?.getAttribute('aria-label')).toBe('KEY-06 failed in 10.0 to 11.0');
  const [page = '', id = ''] = bar?.getAttribute('href')?.slice(3).split('#') ?? [];
  const card = new JSDOM(pages.get(page)).window.document.getElementById(id)?.textContent;
  expect(card).toContain('a slip');
  expect(card).toContain('nova/types.py:7');
});
