import { JSDOM } from 'jsdom';
import { clauses } from '../../contracts/clauses';
import type { Result } from '../result/result';
import { makeExchange } from '../testing/exchanges';
import { makeMissingCapability, makeResult } from '../testing/results';
import { SiteBuilder } from './site-builder';

/** The pages by their paths. */
function pagesOf(...results: readonly Result[]): Map<string, string> {
  const builder = new SiteBuilder();
  const pages = new Map<string, string>();
  for (const [place, result] of results.entries()) {
    const page = builder.add(JSON.stringify(result), `${place}/result.json`);
    if (page !== undefined) pages.set(page.path, page.html);
  }
  for (const { path, html } of builder.finish()) pages.set(path, html);
  return pages;
}

const documentOf = (html: string | undefined) => new JSDOM(html ?? '').window.document;
const pageBelow = (pages: Map<string, string>, folder: string) =>
  documentOf([...pages].find(([path]) => path.startsWith(`${folder}/`))?.[1]);

const failure = (text: string) => ({
  check: text,
  title: text,
  expected: text,
  observed: `${text}!`,
  exchange: 1,
  given: [{ path: '/v2/p/servers/s/metadata', token: '$TOKEN', body: text }],
  exchanges: [makeExchange({ body: text })],
});

/** Everything that a target or a user can bring into a result holds this text. */
function fullOf(text: string, began = '2026-01-01T00:00:00.000Z'): Result {
  const but = Object.fromEntries(
    clauses.map(({ id }, place) => {
      const verdict =
        place % 3 === 0 ? ('failed' as const) : place % 3 === 1 ? ('not tested' as const) : ('open' as const);
      return [id, { verdict, reason: text, reading: text, failures: verdict === 'failed' ? [failure(text)] : [] }];
    }),
  );
  const run = { began, target: text, targetName: text, targetVersion: text, profile: text, suite: text };
  const more = { waived: [text], notPutBack: [text] };
  const missing = [
    makeMissingCapability({ reasons: [text] }),
    makeMissingCapability({ capability: 'v2', reasons: [text] }),
  ];
  return { ...makeResult(but, { ...run, ...more }), missing, troubles: [text], defects: [text] };
}

const attack = `</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>"'><a href="javascript:alert(1)">\u202e`;

test('a text from outside is text on every page, and nothing else', () => {
  const results = (text: string) => [fullOf(text), fullOf(text, '2026-01-02T00:00:00.000Z')];
  const [attacked, harmless] = [pagesOf(...results(attack)), pagesOf(...results('harmless \u202e'))];
  expect(attacked.size).toBe(6);
  expect([...attacked.keys()].every((path) => /^((runs|targets)\/)?[a-z0-9-]+\.html$/.test(path))).toBe(true);
  const namesOf = (html: string) => [...documentOf(html).querySelectorAll('*')].map(({ localName }) => localName);
  const shape = (pages: Map<string, string>) => [...pages.values()].map((html) => namesOf(html).join());
  expect(shape(attacked)).toEqual(shape(harmless));
  for (const html of attacked.values()) {
    const attributes = [...documentOf(html).querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ name }) => /^(on|src|style|action)/.test(name))).toEqual([]);
    const links = attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
    expect(links.filter((link) => !/^(\.\.\/)?((runs|targets)\/)?[a-z0-9-]*(\.html)?(#[\w-]+)?$/.test(link))).toEqual(
      [],
    );
    expect(html).not.toContain('\u202e');
  }
});

test('every link leads to a page, and to a place on it', () => {
  const pages = pagesOf(
    fullOf('one'),
    { ...fullOf('two'), missing: [] },
    makeResult({ 'KEY-06': { verdict: 'failed' } }),
    makeResult({}, { began: '2026-02-01T00:00:00.000Z' }),
  );
  const documents = new Map([...pages].map(([path, html]) => [path, documentOf(html)]));
  let links = 0;
  for (const [path, document] of documents) {
    for (const link of document.querySelectorAll('a')) {
      const [page, id] = (link.getAttribute('href') ?? '').split('#');
      const target = page === '' ? path : new URL(page ?? '', `file:///${path}`).pathname.slice(1);
      expect([path, target, documents.has(target)]).toEqual([path, target, true]);
      if (id !== undefined) expect([path, id, documents.get(target)?.getElementById(id)?.id]).toEqual([path, id, id]);
      links += 1;
    }
  }
  expect(links).toBeGreaterThan(100);
});

test('a failed cell leads to expected, observed and the script', () => {
  const failures = [{ ...failure('{"a":"1"}'), observed: '{"a":"2"}' }];
  const pages = pagesOf(makeResult({ 'KEY-06': { verdict: 'failed', failures } }));
  const index = documentOf(pages.get('index.html'));
  const [page = '', id = ''] = index.querySelector('td.failed a')?.getAttribute('href')?.split('#') ?? [];
  const card = documentOf(pages.get(page)).getElementById(id);
  expect(card?.querySelector('dd.wire')?.textContent).toBe('{"a":"1"}');
  expect(card?.querySelector('mark.observed')?.textContent).toBe('2');
  expect(card?.querySelector('pre')?.textContent).toMatch(/^TOKEN=.*\nTARGET='http:\/\/ecs\.example\.com'\n.*curl /s);
});

test('the page of a target says what broke, since when, and what was mended', () => {
  const day = (day: number, failed: readonly string[]) =>
    makeResult(Object.fromEntries(failed.map((clause) => [clause, { verdict: 'failed' }])), {
      began: `2026-01-0${day}T00:00:00.000Z`,
    });
  const pages = pagesOf(day(1, ['KEY-01']), day(3, ['KEY-06']), day(2, ['KEY-06']));
  const text = pageBelow(pages, 'targets').querySelector('main')?.textContent;
  expect(text).toMatch(
    /Failing nowKEY-06 MUST refuses a key that ends in a newline.*since 2026-01-02 00:00, in 2 runs/,
  );
  expect(text).toMatch(/broke: KEY-06mended: KEY-01/);
  expect(text).toMatch(/failed when first tested: KEY-01/);
  expect(documentOf(pages.get('index.html')).querySelector('main')?.textContent).toContain(
    'broke: KEY-06mended: KEY-01',
  );
});

test('a card has the limits that were found', () => {
  const missing = [
    makeMissingCapability({ capability: 'v2', reasons: ['status 404'] }),
    makeMissingCapability({ capability: 'vm-states', reasons: ['rescued: no hook'] }),
    makeMissingCapability(),
  ];
  const whole = { ...makeResult({}, { quota: { limit: -1, source: 'probed' } }), missing };
  const part = makeResult({}, { selected: ['KEY'], began: '2026-01-02T00:00:00.000Z' });
  const text = documentOf(pagesOf(whole, part).get('limits.html')).querySelector('.card')?.textContent;
  expect(text).toContain('quotano limit (measured)');
  expect(text).toContain('versionsnot served: /v2 (status 404)');
  expect(text).toContain('vm_statesout of reach: rescued: no hook');
  expect(text).toContain('not offereda second project (none was named)');
  expect(text).toContain('KEY-04 refuses a key of more than 255 characters');
});

test('a copy of a result counts once', () => {
  const builder = new SiteBuilder();
  const text = JSON.stringify(makeResult({}));
  expect(builder.add(text, 'a')?.path).toMatch(/^runs\/ecs-example-com-/);
  expect(builder.add(text, 'b')).toBeUndefined();
  expect(builder.counts).toEqual({ runs: 1, targets: 1 });
});

test('the page of a run stays small, whatever the target sent', () => {
  const page = pagesOf(fullOf('<\u202e'.repeat(20_000)));
  for (const html of page.values()) expect(html.length).toBeLessThan(2_000_000);
});

test('the policy allows the script and the style of the page, and nothing else', () => {
  for (const html of pagesOf(makeResult({})).values()) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'$/,
    );
  }
});

test('a failed SHOULD has another cell than a failed MUST', () => {
  const failed = { verdict: 'failed' } as const;
  const index = documentOf(pagesOf(makeResult({ 'ANSWER-04': failed, 'KEY-06': failed })).get('index.html'));
  const cells = [...index.querySelectorAll('td.failed')].map((cell) => [
    cell.className,
    cell.querySelector('a')?.getAttribute('aria-label'),
  ]);
  expect(cells).toEqual([
    ['failed', 'KEY-06 failed'],
    ['failed should', 'ANSWER-04 (SHOULD) failed'],
  ]);
});
