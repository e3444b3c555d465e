import { create } from 'xmlbuilder2';
import { familyOf } from '../contracts/clauses';
import type { Result } from './result';
import type { ClauseResult } from './verdict';

/**
 * The result as JUnit XML: a test suite a family, a test case a clause. A failed SHOULD is an error only where it
 * fails the run; what was not tested is skipped, with its reason, and never green.
 */
export function junit(result: Result): string {
  const families = grouped(result.clauses);
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', { name: 'ecs-metadata-conformance' });
  for (const [family, clauses] of families) {
    const cases = clauses.filter(({ verdict }) => verdict !== 'not applicable');
    const failures = cases.filter((clause) => isFailure(clause, result)).length;
    const skipped = cases.filter((clause) => isSkipped(clause, result)).length;
    const suite = root.ele('testsuite', { name: family, tests: cases.length, failures, errors: 0, skipped, time: 0 });
    for (const clause of cases) {
      const name = printable(`${clause.clause} ${clause.sentence}`);
      const test = suite.ele('testcase', { name, classname: `ecs-metadata.${family}`, time: 0 });
      if (isFailure(clause, result))
        test.ele('failure', { message: message(clause), type: clause.level }).txt(details(clause));
      else if (isSkipped(clause, result)) test.ele('skipped', { message: printable(skipReason(clause)) });
    }
  }
  return root.end({ prettyPrint: true });
}

function grouped(clauses: readonly ClauseResult[]): Map<string, ClauseResult[]> {
  const families = new Map<string, ClauseResult[]>();
  for (const clause of clauses) {
    const family = familyOf(clause.clause);
    families.set(family, [...(families.get(family) ?? []), clause]);
  }
  return families;
}

function isFailure({ verdict, level }: ClauseResult, { run }: Result): boolean {
  return verdict === 'failed' && (level !== 'SHOULD' || run.strict);
}

function isSkipped(clause: ClauseResult, result: Result): boolean {
  return clause.verdict === 'not tested' || (clause.verdict === 'failed' && !isFailure(clause, result));
}

function skipReason(clause: ClauseResult): string {
  if (clause.verdict === 'failed') return `SHOULD, failed: ${message(clause)}`;
  return `not tested: ${clause.reason ?? ''}`;
}

function message({ failures: [failure] }: ClauseResult): string {
  return printable(failure === undefined ? '' : `expected ${failure.expected}, observed ${failure.observed}`);
}

function details({ source, failures }: ClauseResult): string {
  const lines = failures.map(({ title, expected, observed }) => `${title}\nexpected ${expected}\nobserved ${observed}`);
  return printable([`source: ${source}`, ...lines].join('\n\n'));
}

/** XML 1.0 cannot hold most control characters, in no spelling. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}
