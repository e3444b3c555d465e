import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { capabilities } from '../../contracts/capabilities';
import { clauses } from '../../contracts/clauses';
import { escapeInvisible } from '../../contracts/text/escape-invisible';
import type { Failure } from '../result/result';
import { makeExchange } from '../testing/exchanges';
import { makeMissingCapability, makeResult } from '../testing/results';
import { applyBaseline } from '../verdict/baseline';
import { renderMarkdown } from './markdown';

const failing = (observed: string): { verdict: 'failed'; failures: Failure[] } => {
  const exchange = makeExchange({ body: observed });
  const failure = { check: '', title: '', expected: 'a', observed, exchange: 1, given: [], exchanges: [exchange] };
  return { verdict: 'failed', failures: [failure] };
};

test('the verdict comes first, with what it rests on', () => {
  const lines = renderMarkdown(makeResult({ 'KEY-06': { verdict: 'failed' } })).split('\n');
  expect(lines[0]).toBe('## ❌ ECS metadata: not conformant');
  expect(lines[2]).toBe('A MUST clause failed.');
});

test('a run in which the suite contradicts itself is an error', () => {
  const text = renderMarkdown(makeResult({}, {}, ['they disagree']));
  expect(text).toMatch(/^## 💥 ECS metadata: error\n\nThe suite contradicts itself in a check: please report it\.\n/);
  expect(text).toContain('### Defects of the suite\n\n- `they disagree`');
  expect(text).not.toContain('✅');
});

test('a conformant run is told without tables', () => {
  const text = renderMarkdown(makeResult({}));
  expect(text).toContain('## ✅ ECS metadata: conformant');
  expect(text).not.toContain('|');
});

test('what was not tested is told with its reason, and whether it was waived', () => {
  const text = renderMarkdown(
    makeResult({
      'KEY-01': { verdict: 'not tested', reason: 'no server' },
      'KEY-06': { verdict: 'not tested', reason: 'no state', waived: true },
    }),
  );
  expect(text).toMatch(/\| KEY-01 \| MUST \| .* \| `no server` \|/);
  expect(text).toMatch(/\| KEY-06 \| MUST \| .* \| waived: `no state` \|/);
});

test('missing capabilities are told with their cost, and what to do', () => {
  const missing = [
    makeMissingCapability({ reasons: ['<b>@x'] }),
    makeMissingCapability({ capability: 'vm-states', waived: true }),
  ];
  const text = renderMarkdown({ ...makeResult({}), missing });
  expect(text).toContain('## ✅ ECS metadata: conformant, 1 waived');
  expect(text).toContain(
    '- a second project (<code>&#60;b&#62;&#64;x</code>): 13 checks of 2 clauses not run. To fix it: give --other-project-id',
  );
  expect(text).toMatch(/^- other vm_states \(.*\): 13 checks of 2 clauses not run\. Waived\.$/m);
  expect(renderMarkdown(makeResult({}))).not.toContain('Missing capabilities');
});

test('a baseline is told', () => {
  const result = applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [], '2026-06-30');
  expect(renderMarkdown(result)).toContain('### Baseline\n\n- `new failure');
  expect(renderMarkdown(result)).toMatch(
    /^## ❌ ECS metadata: not conformant\n\n\*\*gate: failed, 1 new failure, 0 known failures\*\*\n/,
  );
  expect(renderMarkdown(result)).toContain('| KEY-06 (new) | MUST |');
});

test('a failure that is known is marked, and the gate stands beside the verdict', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
  const text = renderMarkdown(applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30'));
  expect(text).toMatch(/^## ❌ ECS metadata: not conformant\n\n\*\*gate: passed, 1 known failure\*\*\n/);
  expect(text).toContain('| KEY-06 (known until 2026-12-31) | MUST |');
});

test('a quick run is not plainly conformant', () => {
  expect(renderMarkdown(makeResult({}, { effort: 'quick' }))).toMatch(/^## ✅ ECS metadata: conformant, quick\n/);
});

/** The text that a cell shows; undefined where a part of it could be Markdown or HTML. */
function textOfCell(cell: string): string | undefined {
  const [, span] = /^`([^`|]+)`$/.exec(cell) ?? [];
  // A space at both ends of a code span is not shown.
  if (span !== undefined) return span === span.trim() ? span : undefined;
  const [, references] = /^<code>([\p{L}\p{N} ,…&#;]*)<\/code>$/u.exec(cell) ?? [];
  return references === undefined ? undefined : (JSDOM.fragment(references).textContent ?? '');
}

function observedCell(observed: string): string {
  const text = renderMarkdown(makeResult({ 'KEY-06': failing(observed) }));
  const row = text.split('\n').find((line) => line.startsWith('| KEY-06')) ?? '';
  const cells = row.split('|');
  expect(cells).toHaveLength(7);
  return cells.at(-2)?.trim() ?? '';
}

test.each([
  '<img src=x onerror=alert(1)> &amp; <!-- ',
  '</code></details><script>alert(1)</script>',
  '[a](http://b.example) ![a](http://b.example/x.png) <http://b.example> http://b.example www.b.example',
  '@everyone #1 org/repo#1 GH-1 a@b.example **b** _c_ ~~d~~ :+1: $x$',
  '`code` ``two`` ``` three',
  'a | b \\| c \\\\| d',
  ' spaces at its ends ',
  '| x |\n```\n# heading\r\n- list\n\n<details>',
  '\u202e\u0000\u001b[31m',
])('what was observed is neither Markdown nor HTML, and reads as it was: %j', (observed) => {
  expect(textOfCell(observedCell(observed))).toBe(escapeInvisible(observed));
});

test('so is any other text', () => {
  const pieces = fc.constantFrom('`', '|', '\\', '<', '>', '&', '@', '[', '](', ')', '\n', ' ', '*', 'http://', 'a');
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 30 }), (parts) => {
      const observed = parts.join('');
      expect(textOfCell(observedCell(observed))).toBe(escapeInvisible(observed));
    }),
  );
});

test('ordinary punctuation is not escaped', () => {
  expect(observedCell('status 200, {"a":"1"}')).toBe('`status 200, {"a":"1"}`');
});

/** The lines of the code block below the summary. */
function scriptIn(text: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^`{3,}sh$/.test(line));
  const fence = lines[start]?.replace('sh', '') ?? '';
  return lines.slice(start + 1, lines.indexOf(fence, start));
}

test('a failure can be reproduced from the summary, whatever its requests hold', () => {
  const script = scriptIn(renderMarkdown(makeResult({ 'KEY-06': failing('b') })));
  expect(script.slice(0, 2)).toEqual([
    expect.stringMatching(/^TOKEN="\$\{OS_TOKEN:\?/),
    "TARGET='http://ecs.example.com'",
  ]);
  const scriptOf = (a: string) => {
    const [failure] = failing('b').failures;
    const failures = failure === undefined ? [] : [{ ...failure, exchanges: [makeExchange({ metadata: { a } })] }];
    return renderMarkdown(makeResult({ 'KEY-06': { verdict: 'failed', failures } }));
  };
  expect(scriptIn(scriptOf('``````')).at(-2)).toContain('"a":"``````"');
  const hostile = JSDOM.fragment(scriptOf('</pre></details><script>&amp;@x'));
  expect(hostile.querySelector('script')).toBeNull();
  expect(hostile.querySelector('pre')?.textContent).toContain('"a":"</pre></details><script>&amp;@x"');
});

test('it fits into a comment, whatever failed', () => {
  const all = clauses.map(({ id }) => [id, { ...failing('<'.repeat(5_000)), reason: '<'.repeat(5_000) }]);
  const untested = clauses.map(({ id }) => [id, { verdict: 'not tested', reason: '<'.repeat(5_000) }]);
  const notices = Array.from({ length: 50 }, () => '<'.repeat(5_000));
  for (const each of [all, untested, [...all.slice(0, 45), ...untested.slice(45)]]) {
    const result = {
      ...makeResult(Object.fromEntries(each), { notPutBack: notices }),
      troubles: notices,
      defects: notices,
      missing: capabilities.map(({ name }) => makeMissingCapability({ capability: name, reasons: notices })),
    };
    expect(renderMarkdown(result).length).toBeLessThan(65_536);
    expect(renderMarkdown(result)).toContain('more in report.html');
  }
});
