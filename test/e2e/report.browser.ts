import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { launchChromium } from './support/chromium';
import { newFolder } from './support/command';
import { attacks, runAgainstHostile } from './support/hostile-endpoint';

const folder = newFolder();
const report = join(folder, 'conformance-report', 'report.html');
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  await runAgainstHostile(folder);
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  /** The requests of the page, and for each whether the policy allowed it. */
  readonly requests: Request[];
  /** The errors and warnings of the page. */
  readonly complaints: string[];
}

async function open(options: BrowserContextOptions = {}, file = report): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  return { page, requests, complaints };
}

const attacked = (page: Page) => page.evaluate(() => 'attacked' in globalThis);

test('it opens from disk, asks for nothing, complains of nothing, and no attack runs', async () => {
  const { page, requests, complaints } = await open();
  await expect(page.locator('h1').textContent()).resolves.toContain('not conformant');
  await page.locator('details').evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true;
  });
  await page.waitForTimeout(300);
  expect(requests.map((request) => request.url())).toEqual([pathToFileURL(report).href]);
  expect(complaints).toEqual([]);
  expect(await attacked(page)).toBe(false);
});

test('should an attack ever get onto the page unescaped, its policy stops it', async () => {
  const slipped = join(folder, 'slipped.html');
  const markup = attacks.filter((attack) => !attack.includes('<!--') && !attack.includes('refresh')).join('\n');
  writeFileSync(
    slipped,
    readFileSync(report, 'utf8').replace('<main', () => `<div>${markup}</div><main`),
  );
  const { page, requests, complaints } = await open({}, slipped);
  await page.waitForTimeout(300);
  expect(complaints.join('\n')).toContain('Content Security Policy');
  const [, ...others] = requests.map((request) => request.failure()?.errorText);
  expect(others.filter((failure) => failure !== 'csp')).toEqual([]);
  expect(await attacked(page)).toBe(false);
});

const shownClauses = (page: Page) => page.locator('.clause:visible').count();

test('clauses are found by words, and filtered by result and level', async () => {
  const { page } = await open();
  const all = await shownClauses(page);
  await page.fill('#search', 'body 400');
  const found = await page.locator('.clause:visible .id').allInnerTexts();
  expect(found.length).toBeGreaterThan(4);
  expect(found.every((id) => /^(BODY|ATOMIC|ANSWER)/.test(id))).toBe(true);
  expect(await page.locator('#matches').textContent()).toBe(`${found.length} of ${all} clauses`);
  expect(await page.locator('.family:visible').count()).toBeLessThan(4);
  await page.fill('#search', 'no clause is like this');
  expect(await page.locator('#none').isVisible()).toBe(true);
  await page.fill('#search', '');
  for (const verdict of ['passed', 'open', 'not-tested', 'not-applicable']) await page.uncheck(`[value="${verdict}"]`);
  const failed = await page.locator('.clause:visible .verdict').allInnerTexts();
  expect(new Set(failed.map((verdict) => verdict.replace(/^\W+/, '')))).toEqual(new Set(['failed']));
  await page.uncheck('[name="level"][value="MUST"]');
  expect(await shownClauses(page)).toBeLessThan(failed.length);
});

test('a link to a clause that is filtered out shows and opens it', async () => {
  const { page } = await open();
  await page.fill('#search', 'no clause is like this');
  const link = page.locator('.failure h3 a').first();
  const id = await link.textContent();
  await link.click();
  // The page learns of the new fragment after the click, not with it.
  await page.locator(`#clause-${id}[open]`).waitFor();
  expect(await page.locator(`#clause-${id} .source, #clause-${id} .facts`).first().isVisible()).toBe(true);
});

test('everything can be reached and opened by the keyboard', async () => {
  const { page } = await open();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Skip to the results');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  const row = page.locator('.clause summary').first();
  await row.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.clause').first().getAttribute('open')).not.toBeNull();
  const outline = await row.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).toBe('solid');
});

test('the button copies the script as it stands', async () => {
  const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const copyable = page.locator('.repeat .copyable').first();
  await copyable.locator('button').click();
  // The browser answers the page's wish to write to the clipboard when it likes.
  await copyable.getByText('Copied', { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await copyable.locator('pre').textContent());
});

test.each([
  ['a phone', 320],
  ['a desk', 1200],
])('nothing runs out of the page at the width of %s', async (_, width) => {
  const { page } = await open({ viewport: { width, height: 800 } });
  await page.locator('details').evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true;
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test.each(['light', 'dark'] as const)('text can be read on its ground in the %s', async (colorScheme) => {
  const { page } = await open({ colorScheme });
  const contrasts = await page.evaluate(contrastsOf, [
    'h1',
    '.because',
    '.what',
    '.target',
    '.counts li',
    '.verdict',
    '.level',
    '.source',
    '.wire',
    'mark',
    'dt',
    '.left',
    '.headers .wire',
    'nav a',
    'td.accepted span',
    'td.refused span',
    'td.untried span',
    '.legend li',
    '.number',
    '.note',
  ]);
  expect(contrasts.length).toBeGreaterThan(18);
  expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  const [, dark] = contrasts;
  expect(dark?.isDark).toBe(colorScheme === 'dark');
});

/** Of each selector the lowest contrast by WCAG 2, of the colour of text and the next ground that is not transparent. */
function contrastsOf(selectors: string[]): { selector: string; ratio: number; isDark: boolean }[] {
  const channels = (color: string) => color.match(/[\d.]+/g)?.map(Number) ?? [];
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): string => {
    if (element === null) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return channels(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor;
  };
  return selectors.flatMap((selector) => {
    const ratios = [...document.querySelectorAll(selector)].map((element) => {
      const [text, ground] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))];
      return { ratio: (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05), isDark: ground < text };
    });
    const [lowest] = ratios.sort((one, other) => one.ratio - other.ratio);
    return lowest === undefined ? [] : [{ selector, ...lowest }];
  });
}

test('on paper everything is open, and what can be pressed is left out', async () => {
  const { page } = await open();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav:visible, #filter:visible, .copy:visible').count()).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('details:not([open])').count()).toBe(0);
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
});

test('without scripts it can be read whole', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  expect(await page.locator('#filter').isVisible()).toBe(false);
  expect(await page.locator('.copy:visible').count()).toBe(0);
  expect(await shownClauses(page)).toBe(await page.locator('.clause').count());
});
