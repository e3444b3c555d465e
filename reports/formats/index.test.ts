import { JSDOM } from 'jsdom';
import type { Evidence } from '../../contracts/evidence/events';
import { ecs } from '../../contracts/profiles/ecs';
import type { Failure, Result } from '../result/result';
import { makeExchange } from '../testing/exchanges';
import { makeMissingCapability, makeResult } from '../testing/results';
import { applyBaseline, describeGate } from '../verdict/baseline';
import { defaultReporters, isReporterName, type ReporterName, reporterNames, reporters } from './index';
import { headline, verdictLabel } from './shared/describe-verdict';
import { textOf } from './shared/line';
import type { Output } from './shared/reporter';

const attack = '</script><script>alert(1)</script><img src=x onerror=alert(1)>\u001b[31m\r\n::error::x ]]>&"\u0000';

function outputOf(name: ReporterName, result: Result, evidence: readonly Evidence[] = []): Output {
  const reporter = reporters[name]();
  for (const each of evidence) reporter.onEvidence?.(each);
  return reporter.onRunEnd({ result, limits: ecs.limits, columns: undefined, detail: 'normal' } as const);
}

const textIn = ({ lines = [], annotations = [], files = {}, stepSummary = '' }: Output) =>
  [
    ...lines.map(textOf),
    ...annotations.map(({ title, message }) => `${title}: ${message}`),
    ...Object.values(files),
    stepSummary,
  ].join('\n');

const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
const failed = makeResult({ 'KEY-06': { verdict: 'failed' }, 'KEY-01': { verdict: 'failed' } });
const results: readonly (readonly [string, Result])[] = [
  ['conforms', makeResult({})],
  [
    'conforms with limits',
    { ...makeResult({}, { effort: 'quick' }), missing: [makeMissingCapability({ waived: true })] },
  ],
  ['fails', failed],
  [
    'fails as the baseline knows',
    applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30'),
  ],
  ['fails otherwise', applyBaseline(failed, [known], '2026-06-30')],
  ['contradicts itself', makeResult({}, {}, ['they disagree'])],
];

describe.each(reporterNames)('the reporter %s', (name) => {
  test.each(results)('shows the verdict and the gate of a run that %s', (_, result) => {
    const text = textIn(outputOf(name, result));
    // Programs put the headline together from the members of the result.
    if (name === 'json') expect(headline(JSON.parse(text))).toBe(headline(result));
    else expect(text).toContain(verdictLabel(result));
    expect(text).toContain(name === 'json' ? `"exitCode": ${result.exitCode}` : (describeGate(result) ?? ''));
  });

  test('shows no text of the target as anything but text', () => {
    const exchange = makeExchange({ metadata: { [attack]: attack }, body: attack, headers: { 'x-a': attack } });
    const failure: Failure = {
      check: 'check',
      title: 'what it does',
      expected: attack,
      observed: attack,
      exchange: 1,
      given: [{ path: '/v2.1/p/servers/a/metadata', token: '$TOKEN', body: attack }],
      exchanges: [exchange],
    };
    const failing = makeResult({
      'KEY-06': { verdict: 'failed', failures: [failure] },
      'KEY-01': { verdict: 'not tested', reason: attack },
    });
    const result = { ...failing, missing: [makeMissingCapability({ reasons: [attack] })], troubles: [attack] };
    const { files = {}, stepSummary = '' } = outputOf(name, result, [{ kind: 'exchange', exchange, findings: [] }]);
    for (const [file, text] of [...Object.entries(files), ['step-summary.md', stepSummary] as const]) {
      expect(text).not.toMatch(/[^\n\P{Control}]/u);
      expect(text).not.toMatch(/^\s*::/m);
      if (/\.(json|har)$/.test(file)) expect(() => JSON.parse(text)).not.toThrow();
      else expect(text).not.toMatch(/<script>alert|<img/);
      if (/\.(xml|svg)$/.test(file)) expect(new JSDOM(text, { contentType: 'text/xml' })).toBeDefined();
    }
  });

  test('writes nothing by itself, and the same again for the same run', () => {
    expect(outputOf(name, failed)).toEqual(outputOf(name, failed));
  });
});

test('HAR is made on request alone', () => {
  expect(reporterNames.filter((name) => !defaultReporters.includes(name))).toEqual(['har']);
});

test('a name of another object is no reporter', () => {
  expect(['html', 'toString', 'htlm'].map(isReporterName)).toEqual([true, false, false]);
});
