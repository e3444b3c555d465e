import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { makeResult } from '../../reports/testing/results';
import { launchChromium } from './support/chromium';
import { newFolder, runCommand } from './support/command';
import { attacks, runAgainstHostile } from './support/hostile-endpoint';

const folder = newFolder();
const site = join(folder, 'site');
let browser: Browser;

/** Real failures of a hostile target, and results whose every text is an attack. */
beforeAll(async () => {
  browser = await launchChromium();
  await runAgainstHostile(folder);
  const text = attacks.join('');
  for (const [place, began] of ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z'].entries()) {
    const failures = [
      { check: text, title: text, expected: text, observed: text, exchange: 0, given: [], exchanges: [] },
    ];
    const failed = place === 1 ? { 'KEY-06': { verdict: 'failed' as const, failures } } : {};
    for (const targetName of ['eu-1', text]) {
      const release = targetName === text ? { targetVersion: `${place}${text}` } : {};
      const result = makeResult(failed, { began, targetName, ...release, target: text, profile: text, suite: text });
      const into = join(folder, 'results', `${place}-${targetName.length}`);
      mkdirSync(into, { recursive: true });
      writeFileSync(join(into, 'result.json'), JSON.stringify({ ...result, troubles: [text] }));
    }
  }
  const { code, stderr } = await runCommand(['site', '.', '--out', 'site'], {}, folder);
  expect([code, stderr]).toEqual([0, '']);
});
afterAll(() => browser?.close());

const allPages = () =>
  readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));

interface Opened {
  readonly page: Page;
  readonly requests: Request[];
  readonly complaints: string[];
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(pathToFileURL(join(site, path)).href);
  return { page, requests, complaints };
}

const openDetails = (page: Page) =>
  page.locator('details').evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true;
  });

test('every page opens from disk, loads nothing, complains of nothing, and no attack runs', async () => {
  expect(allPages().length).toBeGreaterThan(10);
  for (const path of allPages()) {
    const { page, requests, complaints } = await open(path);
    await openDetails(page);
    expect(requests.map((request) => request.url())).toEqual([pathToFileURL(join(site, path)).href]);
    expect([path, complaints]).toEqual([path, []]);
    expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false);
    await page.context().close();
  }
});

test.each([320, 390, 1200])('no page is wider than %d', async (width) => {
  for (const path of allPages()) {
    const { page } = await open(path, { viewport: { width, height: 800 } });
    await openDetails(page);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
    await page.context().close();
  }
});

test('a failed cell leads to the failure, and the button copies its script', async () => {
  const { page } = await open('index.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('td.failed a').first().click();
  await page.waitForURL(/\/runs\/.*#failure-/);
  const id = new URL(page.url()).hash.slice(1);
  const card = page.locator(`#${id}`);
  expect(await card.locator('.differences').first().isVisible()).toBe(true);
  await card.locator('.copy').first().click();
  await card.getByText('Copied', { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('curl -sS');
});

test('targets are found by words and by verdict', async () => {
  const { page } = await open('index.html');
  const shown = () => page.locator('[data-target]:visible').count();
  expect(await shown()).toBe(3);
  await page.fill('#targets-filter input', 'eu-1');
  expect(await shown()).toBe(1);
  expect(await page.locator('#matches').textContent()).toBe('1 of 3 targets');
  await page.fill('#targets-filter input', '');
  await page.selectOption('#targets-filter select', 'not-conformant');
  expect(await shown()).toBe(1);
});

test('the tables are reached and scrolled by the keyboard', async () => {
  const { page } = await open('clauses.html', { viewport: { width: 400, height: 700 } });
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toContain('Skip to the content');
  await page.keyboard.press('Enter');
  const table = page.locator('.scroll');
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('Tab');
    if (await table.evaluate((element) => element === document.activeElement)) break;
  }
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => (document.querySelector('.scroll')?.scrollLeft ?? 0) > 0);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('table') !== null)).toBe(true);
});

test('the history says what broke and what was mended', async () => {
  const { page } = await open('index.html');
  await page.getByRole('link', { name: 'eu-1', exact: true }).first().click();
  const runs = await page.locator('.runs > li').allInnerTexts();
  expect(runs.map((text) => /broke|mended|no change/.exec(text)?.[0])).toEqual(['mended', 'broke', 'no change']);
});

test('the picture of the history scrolls in its box, and its bar leads to the failure', async () => {
  const { page } = await open('index.html', { viewport: { width: 320, height: 700 } });
  await page.getByRole('link', { name: 'eu-1', exact: true }).first().click();
  const picture = page.locator('.history');
  const box = await picture
    .locator('.scroll')
    .evaluate((it) => [it.scrollWidth > it.clientWidth, it.clientWidth > 100]);
  expect(box).toEqual([true, true]);
  expect(await picture.locator('svg').first().innerHTML()).toContain('KEY-06');
  await page.getByRole('link', { name: 'KEY-06 failed in 2026-01-02 00:00', exact: true }).click();
  await page.waitForURL(/\/runs\/.*#failure-KEY-06$/);
});

test('without scripts every target is shown', async () => {
  const { page } = await open('index.html', { javaScriptEnabled: false });
  expect(await page.locator('#targets-filter').isVisible()).toBe(false);
  expect(await page.locator('[data-target]:visible').count()).toBe(3);
});

test.each(['light', 'dark'] as const)('the site follows the %s colours of the system', async (colorScheme) => {
  const { page } = await open('index.html', { colorScheme });
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [red = 0] = background.match(/\d+/g)?.map(Number) ?? [];
  expect(red < 128).toBe(colorScheme === 'dark');
});

test.each(['light', 'dark'] as const)(
  'the bars of the history stand out from the %s background',
  async (colorScheme) => {
    const { page } = await open('index.html', { colorScheme });
    await page.getByRole('link', { name: 'eu-1', exact: true }).first().click();
    const lights = await page.locator('.history').evaluate((figure) => {
      const light = (color: string) => {
        const parts = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
          const share = Number(part) / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
      };
      const box = figure.querySelector('.scroll');
      const marks = [...figure.querySelectorAll('rect')].map((rect) => light(getComputedStyle(rect).fill));
      return { back: box === null ? 0 : light(getComputedStyle(box).backgroundColor), marks };
    });
    expect(lights.marks.length).toBeGreaterThan(2);
    for (const mark of lights.marks) {
      const [low = 0, high = 0] = [mark, lights.back].sort((one, other) => one - other);
      expect((high + 0.05) / (low + 0.05)).toBeGreaterThan(4.5);
    }
  },
);

test('a group of rows without a match is not shown', async () => {
  const { page } = await open('clauses.html');
  await page.fill('#targets-filter input', 'nothing of this name');
  expect(await page.locator('.group:visible').count()).toBe(0);
  await page.fill('#targets-filter input', 'eu-1');
  expect(await page.locator('.group:visible').count()).toBe(1);
});
