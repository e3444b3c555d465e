import { convert } from 'xmlbuilder2';
import type { Result } from '../result/result';
import { makeMissingCapability, makeResult } from '../testing/results';
import { applyBaseline } from '../verdict/baseline';
import { renderJunit } from './junit';

interface Case {
  readonly '@name': string;
  readonly failure?: { readonly '@message': string };
  readonly skipped?: { readonly '@message': string };
}
interface Suite {
  readonly '@name': string;
  readonly '@tests': string;
  readonly '@failures': string;
  readonly '@errors': string;
  readonly '@skipped': string;
  readonly testcase?: Case | readonly Case[];
}

/** The file as another program reads it. */
function read(result: Result): { suites: Suite[]; caseOf: (clause: string) => Case | undefined } {
  const xml = convert(renderJunit(result), { format: 'object' }) as unknown as { testsuites: { testsuite: Suite[] } };
  const suites = xml.testsuites.testsuite;
  const cases = suites.flatMap(({ testcase = [] }) => testcase);
  return { suites, caseOf: (clause) => cases.find((each) => each['@name'].startsWith(`${clause} `)) };
}

const result = makeResult({
  'KEY-06': { verdict: 'failed' },
  'REPLACE-08': { verdict: 'failed' },
  'STATE-05': { verdict: 'not tested', reason: 'no way there' },
});

test('a test case fails where its clause fails the run, and is skipped where it was not tested', () => {
  const { caseOf } = read(result);
  expect(caseOf('KEY-06')).toHaveProperty('failure');
  expect(caseOf('REPLACE-08')).toMatchObject({ skipped: { '@message': expect.stringContaining('SHOULD, failed') } });
  expect(caseOf('STATE-05')).toMatchObject({ skipped: { '@message': 'not tested: no way there' } });
  expect(caseOf('KEY-01')).not.toHaveProperty('skipped');
  expect(caseOf('VERSION-03')).toBeUndefined();
});

test('a test case took as long as the requests of its clause, and a suite as long as its cases', () => {
  const text = renderJunit(result, (clause) => (clause.startsWith('KEY-') ? 1_500 : 0));
  expect(text).toMatch(/<testcase name="KEY-01 [^>]* time="1\.500"/);
  expect(text).toMatch(/<testsuite name="KEY" [^>]* time="13\.500"/);
  expect(text).toMatch(/<testcase name="VALUE-01 [^>]* time="0\.000"/);
});

test('under --strict a failed SHOULD fails', () => {
  expect(
    read(makeResult({ 'REPLACE-08': { verdict: 'failed' } }, { strict: true })).caseOf('REPLACE-08'),
  ).toHaveProperty('failure');
});

test('the counts of a suite are those of its cases', () => {
  const suite = read(result).suites.find((each) => each['@name'] === 'KEY');
  expect(suite).toMatchObject({ '@tests': '9', '@failures': '1', '@skipped': '0' });
  expect(suite?.testcase).toHaveLength(9);
});

test('a contradiction of the suite is an error, whatever the verdict is', () => {
  for (const but of [{}, { 'KEY-06': { verdict: 'failed' } } as const]) {
    const { suites, caseOf } = read(makeResult(but, {}, ['they disagree', 'again']));
    expect(suites.at(-1)).toMatchObject({ '@name': 'suite', '@tests': '1', '@errors': '1', '@failures': '0' });
    expect(caseOf('the suite agrees')).toMatchObject({
      error: { '@type': 'defect', '@message': expect.stringMatching(/they disagree \(and 1 more\)$/) },
    });
  }
  expect(read(result).suites.map((suite) => suite['@errors'])).not.toContain('1');
});

test('what the target sent cannot spoil the file', () => {
  const written = 'observed ]]&gt;&amp;&lt;&quot;\\u{D800}\\u{FFFF}"';
  expect(renderJunit(result)).toContain(written);
  expect(renderJunit(result)).toContain('{&quot;a&quot;:&quot;\\u{0}\\u{1B}[31m&quot;}');
});

test('a known failure is skipped, and a baseline that is out of date fails', () => {
  const known = { reason: 'being mended', owner: 'https://example.com/1', expires: '2026-12-31' };
  const baseline = [
    { clause: 'KEY-06', ...known },
    { clause: 'KEY-01', ...known },
  ] as const;
  const { caseOf } = read(applyBaseline(result, baseline, '2026-06-30'));
  expect(caseOf('KEY-06')).toMatchObject({ skipped: { '@message': expect.stringContaining('being mended') } });
  expect(caseOf('KEY-01')).toMatchObject({ failure: { '@message': 'no longer fails: remove it from the baseline' } });
});

test('every test suite tells the verdict, and apart from it the gate', () => {
  const known = { clause: 'KEY-06', reason: 'r', owner: 'https://example.com/1', expires: '2026-12-31' } as const;
  const text = renderJunit(applyBaseline(makeResult({ 'KEY-06': { verdict: 'failed' } }), [known], '2026-06-30'));
  const count = text.match(/<testsuite /g)?.length;
  expect(text.match(/<property name="verdict" value="not conformant"\/>/g)).toHaveLength(count ?? 0);
  expect(text.match(/<property name="gate" value="gate: passed, 1 known failure"\/>/g)).toHaveLength(count ?? 0);
  expect(renderJunit(makeResult({}, { effort: 'quick' }))).toContain(
    '<property name="verdict" value="conformant, quick"/>',
  );
  expect(renderJunit(result)).not.toContain('name="gate"');
});

test('a missing capability is skipped, and says why, what it costs and what to do', () => {
  const reasons = [']]>\u0000<'];
  const { suites, caseOf } = read({
    ...result,
    missing: [makeMissingCapability({ reasons }), makeMissingCapability({ capability: 'v2', waived: true })],
  });
  const suite = suites.find((each) => each['@name'] === 'capabilities');
  expect(suite).toMatchObject({ '@tests': '2', '@skipped': '2', '@failures': '0' });
  expect(suite?.testcase).toMatchObject([
    {
      '@name': 'second-project',
      skipped: {
        '@message': expect.stringContaining(
          '13 checks of 2 clauses not run; the run is incomplete: give --other-project-id',
        ),
      },
    },
    { '@name': 'v2', skipped: { '@message': expect.stringMatching(/waived$/) } },
  ]);
  expect(renderJunit({ ...result, missing: [makeMissingCapability({ reasons })] })).toContain('(]]&gt;\\u{0}&lt;)');
  expect(caseOf('KEY-01')).toBeDefined();
  expect(read(result).suites.map((each) => each['@name'])).not.toContain('capabilities');
});
