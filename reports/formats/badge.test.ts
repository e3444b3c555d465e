import { makeMissingCapability, makeResult } from '../testing/results';
import { applyBaseline } from '../verdict/baseline';
import { renderBadge } from './badge';

const verdicts = ['conformant', 'not conformant', 'incomplete', 'error'] as const;
const badgeOf = (verdict: (typeof verdicts)[number]) => renderBadge({ ...makeResult({}), verdict });

test.each(verdicts)('the badge says %s', (verdict) => {
  const svg = badgeOf(verdict);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain(`<title>ECS metadata: ${verdict}</title>`);
});

test('the badge tells the gate apart from the verdict', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
  const result = applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30');
  expect(renderBadge(result)).toContain('<title>ECS metadata: not conformant; gate: passed, 1 known failure</title>');
});

test('a run that conforms with limits has another colour than one without', () => {
  const colorOf = (effort: string) =>
    /<rect [^>]*fill="(#[^"]+)"\/>/g.exec(renderBadge(makeResult({}, { effort })).replace(/^.*#555"\/>/s, ''))?.[1];
  expect(renderBadge(makeResult({}, { effort: 'quick' }))).toContain('<title>ECS metadata: conformant, quick</title>');
  expect(colorOf('quick')).toBeDefined();
  expect(colorOf('quick')).not.toBe(colorOf('standard'));
});

test('each verdict has a colour of its own', () => {
  const colors = verdicts.map((verdict) => badgeOf(verdict).replaceAll(verdict, '').replace(/\d+/g, ''));
  expect(new Set(colors).size).toBe(4);
});

test('a run that conforms by waivers says how many', () => {
  const clauses = { 'KEY-01': { verdict: 'not tested', waived: true } } as const;
  const waived = { ...makeResult(clauses), missing: [makeMissingCapability({ waived: true })] };
  expect(waived.verdict).toBe('conformant');
  expect(renderBadge(waived)).toContain('<title>ECS metadata: conformant, 2 waived</title>');
  expect(renderBadge({ ...waived, verdict: 'not conformant' })).toContain(
    '<title>ECS metadata: not conformant</title>',
  );
});
