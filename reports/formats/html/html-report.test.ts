import { JSDOM } from 'jsdom';
import { clauses } from '../../../contracts/clauses';
import { ecs } from '../../../contracts/profiles/ecs';
import type { ClauseResult, Failure, Result } from '../../result/result';
import { ExchangeSequence, makeExchange } from '../../testing/exchanges';
import { makeMissingCapability, makeResult } from '../../testing/results';
import { applyBaseline } from '../../verdict/baseline';
import { renderHtml } from './html-report';
import { Observations } from './observations';

function pageOf(result: Result, observations = new Observations()): { html: string; document: Document } {
  const html = renderHtml({ result, limits: ecs.limits, observations });
  return { html, document: new JSDOM(html).window.document };
}

function failing(text: string, count = 1): Partial<ClauseResult> {
  const headers = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`x-${index}`, text]));
  const exchanges = Array.from({ length: 12 }, (_, index) => makeExchange({ number: index + 1, body: text, headers }));
  const failure: Failure = {
    check: 'check',
    title: text.slice(0, 200),
    expected: text,
    observed: text,
    exchange: 12,
    given: [{ path: text, token: '$TOKEN', body: text }],
    exchanges,
    counterexample: { input: text, replay: 'KEY-06:1:0', shown: 1, of: 3, requests: 2 },
  };
  return { verdict: 'failed', violated: count, failures: Array.from({ length: count }, () => failure) };
}

const textOf = (document: Document, selector: string) => document.querySelector(selector)?.textContent ?? '';

test('the verdict is at the top, with what it rests on', () => {
  const { document } = pageOf(makeResult({ 'KEY-06': { verdict: 'failed' } }));
  expect(document.querySelector('body > header h1')?.textContent).toContain('not conformant');
  expect(textOf(document, '.because')).toBe('A MUST clause failed.');
});

test('a run in which the suite contradicts itself is an error, in the title and at the top', () => {
  const { document } = pageOf(makeResult({}, {}, ['they disagree']));
  expect(document.title).toBe('error: Configuring ECS Metadata');
  expect(document.querySelector('body > header')?.className).toBe('head error');
  expect(document.querySelector('body > header h1')?.textContent).toContain('error');
  expect(textOf(document, '.because')).toMatch(/^The suite contradicts itself/);
});

test('every clause is there, under its family, with level, source and result', () => {
  const { document } = pageOf(makeResult({ 'KEY-06': { verdict: 'failed' } }));
  const rows = [...document.querySelectorAll('.clause')];
  expect(rows.map(({ id }) => id)).toEqual(clauses.map(({ id }) => `clause-${id}`));
  for (const { id, source } of clauses) {
    const row = document.getElementById(`clause-${id}`);
    expect(row?.closest('.family')?.querySelector('h3')?.textContent).toBe(id.replace(/-\d+$/, ''));
    expect(row?.textContent).toContain(source);
  }
  expect(textOf(document, '#clause-KEY-06 .verdict')).toContain('failed');
  expect(textOf(document, '#clause-KEY-06 .level')).toBe('MUST');
});

test('what was not tested is told with its reason, and what no exchange can show', () => {
  const { document } = pageOf(
    makeResult({ 'KEY-01': { verdict: 'not tested', reason: 'no server\u202e', waived: true } }),
  );
  expect(textOf(document, '#not-tested')).toMatch(/KEY-01.*waived *no server\\u\{202E\}/);
  expect(textOf(document, '#not-tested')).toContain('STATE-16');
});

test('missing capabilities are told below the failures, with why, what they cost and what to do', () => {
  const missing = [
    makeMissingCapability(),
    makeMissingCapability({ capability: 'vm-states', reasons: ['no way\u202e'], waived: true }),
  ];
  const { document } = pageOf({ ...makeResult({ 'KEY-06': { verdict: 'failed' } }), missing });
  const sections = [...document.querySelectorAll('main > section')].map(({ id }) => id);
  expect(sections.slice(0, 2)).toEqual(['failures', 'missing']);
  const [project, states] = [...document.querySelectorAll('#missing .reasons > div')].map((each) => each.textContent);
  expect(project).toMatch(
    /^a second project the run is incomplete.*none was named.*13 checks of 2 clauses not run: ACCESS-06 ISOLATION-02 To fix it: .* --waive second-project$/,
  );
  expect(states).toMatch(/^other vm_states waived.*no way\\u\{202E\}/);
  expect(states).not.toContain('--waive');
  expect(pageOf(makeResult({})).document.getElementById('missing')).toBeNull();
});

test('a run that conforms by waivers says so in the title and at the top', () => {
  const { document } = pageOf({ ...makeResult({}), missing: [makeMissingCapability({ waived: true })] });
  expect(document.title).toMatch(/^conformant, 1 waived: /);
  expect(document.querySelector('body > header h1')?.textContent).toMatch(/conformant, 1 waived$/);
  expect(document.querySelector('body > header')?.className).toBe('head conformant');
});

test('a verdict that does not rest on all checks says on how many', () => {
  const checks = { run: 2, notTested: 0, notRun: 13 };
  const { document } = pageOf(makeResult({ 'KEY-01': { checks, reason: '13 checks need a second project' } }));
  expect(textOf(document, '#not-tested')).toMatch(
    /KEY-01 MUST .*passed, 2 of 15 checks: 13 checks need a second project/,
  );
  expect(textOf(document, '#clause-KEY-01')).toContain('2 with evidence, 13 not run');
});

test('expected stands beside observed, and what differs is marked', () => {
  const failure = { check: '', title: '', exchange: 0, given: [], exchanges: [] };
  const failures = [{ ...failure, expected: '{"a":"1"}', observed: '{"a":"2\u200b"}' }];
  const { document } = pageOf(makeResult({ 'KEY-06': { verdict: 'failed', failures } }));
  expect(textOf(document, '.differences mark.expected')).toBe('1');
  expect(textOf(document, '.differences mark.observed')).toBe('2\\u{200B}');
  expect(textOf(document, '.differences .unseen')).toBe('\\u{200B}');
});

test('a failure comes with its counterexample, a script and its exchanges in their order', () => {
  const { document } = pageOf(makeResult({ 'KEY-06': failing('x') }));
  const card = document.getElementById('failure-KEY-06');
  expect(card?.querySelector('.counterexample')?.textContent).toContain('1 of 3 times');
  expect([...(card?.querySelectorAll('pre') ?? [])].map((pre) => pre.textContent?.split('\n')[0])).toEqual([
    "ecs-metadata-conformance run --replay 'KEY-06:1:0'",
    expect.stringMatching(/^TOKEN="\$\{OS_TOKEN:\?set it to the token\}"$/),
  ]);
  const numbers = [...(card?.querySelectorAll('.number') ?? [])].map((number) => number.textContent);
  expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 1}`));
  expect(card?.querySelector('.culprit .number')?.textContent).toBe('12');
});

/** The exchanges of a failure, after a map that the PUT did not remove. */
function timelineOf(expected: string, status = 200): HTMLElement {
  const { exchanges } = new ExchangeSequence().get({ old: '1' }).put({ b: '2' }, { status }).get({ old: '1', b: '2' });
  const number = expected.startsWith('status') ? 2 : 3;
  const failure = { check: '', title: '', expected, observed: 'x', exchange: number, given: [], exchanges };
  const { document } = pageOf(makeResult({ 'REPLACE-02': { verdict: 'failed', failures: [failure] } }));
  return document.querySelector('#failure-REPLACE-02 .timeline') as HTMLElement;
}

test('the exchange that shows a failure is open, and the PUT before it; a path that all have stands there once', () => {
  const timeline = timelineOf('{"b":"2"}');
  const open = [...timeline.querySelectorAll('.moments > li > details')].map((each) => each.hasAttribute('open'));
  expect(open).toEqual([false, true, true]);
  expect(timeline.textContent?.match(/\/v2\.1\/p\/servers\/a\/metadata/g)).toHaveLength(1);
  expect([...timeline.querySelectorAll('.headers')].some((each) => each.hasAttribute('open'))).toBe(false);
});

test('the pairs that the request does not name are marked in the response', () => {
  const timeline = timelineOf('{"b":"2"}');
  expect([...timeline.querySelectorAll('mark')].map((each) => [each.className, each.textContent])).toEqual([
    ['observed', '"old":"1",'],
  ]);
});

test('a wrong status is marked alone', () => {
  const timeline = timelineOf('status 400');
  expect([...timeline.querySelectorAll('mark')].map((each) => each.textContent)).toEqual(['200']);
});

test('clauses that one cause left without evidence stand together', () => {
  const untested = (count: number) => ({
    verdict: 'not tested' as const,
    reason: `${count} of 9 checks show nothing: REPLACE-02 failed`,
  });
  const { document } = pageOf(makeResult({ 'KEY-01': untested(2), 'KEY-02': untested(3) }));
  const [only, ...more] = [...document.querySelectorAll('#not-tested > .reasons > div')].map(
    (each) => each.textContent,
  );
  expect(only).toMatch(/^KEY-01 MUST accepts keys .*KEY-02 MUST .*REPLACE-02 failed$/);
  expect(more).toEqual([]);
});

test('the reading of a clause says where a profile requires it', () => {
  const { document } = pageOf(
    makeResult({ 'KEY-07': { level: 'MUST', verdict: 'passed', reading: 'takes it' } }, { profile: 'mine' }),
  );
  expect(textOf(document, '#clause-KEY-07 .sentence')).toBe('a space in a key — takes it, as profile mine requires');
});

test('what the target took and refused is drawn', () => {
  const observations = new Observations();
  const emit = (status: number, metadata: object) =>
    observations.acceptedInputs.add(makeExchange({ status, metadata }));
  observations.acceptedInputs.project = '5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e';
  emit(200, { 'a-b': 'x'.repeat(255) });
  emit(400, { 'a/b': '1' });
  emit(400, { a: 'x'.repeat(256) });
  const { document } = pageOf(makeResult({}), observations);
  const cell = (label: string) => document.querySelector(`.characters td[title^="${label}: "]`)?.className;
  expect([cell('-'), cell('/'), cell('!')]).toEqual(['accepted', 'refused', 'untried']);
  const [, values] = [...document.querySelectorAll('.lengths .ranges')].map((ranges) => ranges.textContent);
  expect(values).toBe('accepted255refused2565xxnone');
});

test('a baseline is told: what is known, and what is new', () => {
  const known = { clause: 'KEY-06', reason: 'mended soon', owner: 'https://example.com/1', expires: '2026-12-31' };
  const result = makeResult({ 'KEY-06': { verdict: 'failed' }, 'KEY-01': { verdict: 'failed' } });
  const { document } = pageOf(applyBaseline(result, [{ ...known, clause: 'KEY-06' }], '2026-06-30'));
  expect(textOf(document, '#baseline')).toMatch(/1 known, 1 new.*KEY-01 new.*KEY-06 known, .*mended soon/);
  expect(textOf(document, '#failure-KEY-06 h3')).toContain('known until 2026-12-31');
  expect(document.getElementById('failure-KEY-06')?.className).toBe('failure known');
  expect(textOf(document, '#failure-KEY-01 h3')).toContain('new');
  expect(document.getElementById('failure-KEY-01')?.className).toBe('failure');
  expect(textOf(document, '.gate.failed')).toBe('gate: failed, 1 new failure, 1 known failure');
});

test('the gate stands at the top beside the verdict, and in the title', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
  const result = applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30');
  const { document } = pageOf(result);
  expect(document.title).toMatch(/^not conformant; gate: passed, 1 known failure: /);
  expect(textOf(document, 'body > header h1')).toMatch(/ not conformant$/);
  expect(textOf(document, 'body > header .gate.passed')).toBe('gate: passed, 1 known failure');
  expect(pageOf(makeResult({})).document.querySelector('.gate')).toBeNull();
});

test('a quick run is not plainly conformant', () => {
  const { document } = pageOf(makeResult({}, { effort: 'quick' }));
  expect(textOf(document, 'body > header h1')).toMatch(/conformant, quick$/);
});

const attack = `</script></style><script>alert(1)</script><img src=x onerror=alert(1)>"'><a href="javascript:alert(1)">`;

/** A page with this text wherever one may come from the target. */
function pageFullOf(text: string): Document {
  const all = clauses.map(({ id }, place) => [id, { ...(place < 3 ? failing(text) : {}), reason: text }]);
  const but = Object.fromEntries(all);
  const run = { target: text, profile: text, waived: [text], notPutBack: [text] };
  const missing = [makeMissingCapability({ reasons: [text] })];
  return pageOf({ ...makeResult(but, run), missing, troubles: [text], defects: [text] }).document;
}

test('what came from the target is text, nothing else', () => {
  const document = pageFullOf(attack);
  const namesOf = (page: Document) => [...page.querySelectorAll('*')].map(({ localName }) => localName);
  expect(namesOf(document)).toEqual(namesOf(pageFullOf('harmless')));
  const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name }) => /^(on|src|style|action)/.test(name))).toEqual([]);
  expect(attributes.filter(({ name, value }) => name === 'href' && !/^#[\w-]+$/.test(value))).toEqual([]);
  expect(textOf(document, '.differences dd')).toBe(attack);
});

test('the policy allows the script and the style of the page, by their digests, and nothing else', () => {
  const { html } = pageOf(makeResult({}));
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const directives = policy.split('; ').map((directive) => directive.split(' '));
  expect(directives[0]).toEqual(['default-src', "'none'"]);
  for (const [name, ...values] of directives.slice(1)) {
    for (const value of values) {
      expect(`${name} ${value}`).toMatch(
        /^(style-src|script-src) 'sha256-[\w+/]{43}='$|'none'$|^require-trusted-types-for 'script'$/,
      );
    }
  }
});

test.each([
  ['a long text', 'x'.repeat(20_000)],
  ['what escapes to much more', '<\u202e'.repeat(1_000)],
])('the page stays below 5 MB, and whole, where every clause fails with %s', (_, text) => {
  const but = Object.fromEntries(clauses.map(({ id }) => [id, failing(text, 3)]));
  const html = renderHtml({ result: makeResult(but), limits: ecs.limits, observations: new Observations() });
  expect(Buffer.byteLength(html)).toBeLessThan(5_000_000);
  expect(html.match(/<article class="failure"/g)).toHaveLength(clauses.length);
  expect(html).toMatch(/<\/html>\n$/);
});
