import { JSDOM } from 'jsdom';
import { capabilities } from '../contracts/capabilities';
import { clauses } from '../contracts/clauses';
import { withBaseline } from './baseline';
import { markdown } from './markdown';
import { aMissing } from './testing/a-missing';
import { aResult } from './testing/a-result';
import { anExchange } from './testing/an-exchange';
import type { Failure } from './verdict';

const failing = (observed: string): { verdict: 'failed'; failures: Failure[] } => {
  const exchange = anExchange({ body: observed });
  const failure = { check: '', title: '', expected: 'a', observed, exchange: 1, given: [], exchanges: [exchange] };
  return { verdict: 'failed', failures: [failure] };
};

test('the verdict comes first, with what it rests on', () => {
  const lines = markdown(aResult({ 'KEY-06': { verdict: 'failed' } })).split('\n');
  expect(lines[0]).toBe('## ❌ ECS metadata: not conformant');
  expect(lines[2]).toBe('A MUST clause failed.');
});

test('a run in which the suite contradicts itself is an error', () => {
  const text = markdown(aResult({}, {}, ['they disagree']));
  expect(text).toMatch(/^## 💥 ECS metadata: error\n\nThe suite contradicts itself in a check: please report it\.\n/);
  expect(text).toContain('### Defects of the suite\n\n- <code>they disagree');
  expect(text).not.toContain('✅');
});

test('a conformant run is told without tables', () => {
  const text = markdown(aResult({}));
  expect(text).toContain('## ✅ ECS metadata: conformant');
  expect(text).not.toContain('|');
});

test('what was not tested is told with its reason, and whether it was waived', () => {
  const text = markdown(
    aResult({
      'KEY-01': { verdict: 'not tested', reason: 'no server' },
      'KEY-06': { verdict: 'not tested', reason: 'no state', waived: true },
    }),
  );
  expect(text).toMatch(/\| KEY-01 \| MUST \| .* \| <code>no server<\/code> \|/);
  expect(text).toMatch(/\| KEY-06 \| MUST \| .* \| waived: <code>no state<\/code> \|/);
});

test('missing capabilities are told with their cost, and what to do', () => {
  const missing = [aMissing({ reasons: ['<b>@x'] }), aMissing({ capability: 'vm-states', waived: true })];
  const text = markdown({ ...aResult({}), missing });
  expect(text).toContain('## ✅ ECS metadata: conformant, 1 waived');
  expect(text).toContain(
    '- without a second project (<code>&#60;b&#62;&#64;x</code>): 13 checks of 2 clauses not run. To mend it: give --other-project-id',
  );
  expect(text).toMatch(/^- without other vm_states \(.*\): 13 checks of 2 clauses not run\. Waived\.$/m);
  expect(markdown(aResult({}))).not.toContain('Missing capabilities');
});

test('a baseline is told', () => {
  const result = withBaseline(aResult({ 'KEY-06': { verdict: 'failed' } }), [], '2026-06-30');
  expect(markdown(result)).toContain('### Baseline\n\n- <code>new failure');
  expect(markdown(result)).toMatch(
    /^## ❌ ECS metadata: not conformant\n\n\*\*gate: failed, 1 new failure, 0 known failures\*\*\n/,
  );
  expect(markdown(result)).toContain('| KEY-06 (new) | MUST |');
});

test('a failure that is known is marked, and the gate stands beside the verdict', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
  const text = markdown(withBaseline(aResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30'));
  expect(text).toMatch(/^## ❌ ECS metadata: not conformant\n\n\*\*gate: passed, 1 known failure\*\*\n/);
  expect(text).toContain('| KEY-06 (known until 2026-12-31) | MUST |');
});

test('a quick run is not plainly conformant', () => {
  expect(markdown(aResult({}, { effort: 'quick' }))).toMatch(/^## ✅ ECS metadata: conformant, quick\n/);
});

test('what was observed is neither Markdown nor HTML, and reads as it was', () => {
  const observed = '<img src=x> | `@everyone` [a](http://b.example) www.b.example #1 &amp; \\| **b** _c_\n| x |\n```\n';
  const text = markdown(aResult({ 'KEY-06': failing(observed) }));
  const row = text.split('\n').find((line) => line.startsWith('| KEY-06')) ?? '';
  const cell = /<code>(?<cell>[^<]*)<\/code> \|$/.exec(row)?.groups?.cell ?? '';
  expect(cell).not.toMatch(/[^\p{L}\p{N} ,&#;…]/u);
  expect(JSDOM.fragment(cell).textContent).toBe(observed.replaceAll('\n', '\\n'));
});

test('a failure can be repeated from the summary', () => {
  const text = markdown(aResult({ 'KEY-06': failing('b') }));
  const script = JSDOM.fragment(text).querySelector('pre')?.textContent ?? '';
  expect(script).toMatch(/^export TOKEN=…\nTARGET='http:\/\/ecs.example.com'\ncurl /);
});

test('it fits into a comment, whatever failed', () => {
  const all = clauses.map(({ id }) => [id, { ...failing('<'.repeat(5_000)), reason: '<'.repeat(5_000) }]);
  const untested = clauses.map(({ id }) => [id, { verdict: 'not tested', reason: '<'.repeat(5_000) }]);
  const notices = Array.from({ length: 50 }, () => '<'.repeat(5_000));
  for (const each of [all, untested, [...all.slice(0, 45), ...untested.slice(45)]]) {
    const result = {
      ...aResult(Object.fromEntries(each), { notPutBack: notices }),
      troubles: notices,
      defects: notices,
      missing: capabilities.map(({ name }) => aMissing({ capability: name, reasons: notices })),
    };
    expect(markdown(result).length).toBeLessThan(65_536);
    expect(markdown(result)).toContain('more in report.html');
  }
});
