import { create } from 'xmlbuilder2';
import { familyOf } from '../contracts/clauses';
import { caseOutcome } from './case-outcome';
import type { Result } from './result';
import type { ClauseResult } from './verdict';

type Element = ReturnType<typeof create>;

/**
 * The result as JUnit XML: a test suite a family, a test case a clause. What was not tested is skipped, with its
 * reason, and never green. Valid by the schema of Ant's task, which is strict, and by that of Jenkins.
 */
export function junit(result: Result): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites');
  for (const [place, [family, clauses]] of [...grouped(result.clauses)].entries()) {
    const cases = clauses.filter(({ verdict }) => verdict !== 'not applicable');
    const outcomes = cases.map((clause) => caseOutcome(clause, result));
    const count = (kind: string) => outcomes.filter((outcome) => outcome?.kind === kind).length;
    const suite = root.ele('testsuite', {
      name: family,
      package: 'ecs-metadata',
      id: place,
      timestamp: result.run.began.slice(0, 'YYYY-MM-DDThh:mm:ss'.length),
      hostname: new URL(result.run.target).hostname,
      tests: cases.length,
      failures: count('failure'),
      errors: 0,
      skipped: count('skipped'),
      time: 0,
    });
    facts(suite, result);
    for (const [index, { clause, sentence }] of cases.entries()) {
      const name = printable(`${clause} ${sentence}`);
      const test = suite.ele('testcase', { name, classname: `ecs-metadata.${family}`, time: 0 });
      const outcome = outcomes[index];
      if (outcome === undefined) continue;
      const message = printable(outcome.message);
      if (outcome.kind === 'skipped') test.ele('skipped', { message });
      else test.ele('failure', { message, type: outcome.type }).txt(printable(outcome.details));
    }
    suite.ele('system-out');
    suite.ele('system-err');
  }
  return root.end({ prettyPrint: true });
}

function facts(suite: Element, { run }: Result): void {
  const properties = suite.ele('properties');
  for (const name of ['target', 'profile', 'effort', 'seed', 'suite'] as const) {
    properties.ele('property', { name, value: printable(`${run[name]}`) });
  }
}

function grouped(clauses: readonly ClauseResult[]): Map<string, ClauseResult[]> {
  const families = new Map<string, ClauseResult[]>();
  for (const clause of clauses) {
    const family = familyOf(clause.clause);
    families.set(family, [...(families.get(family) ?? []), clause]);
  }
  return families;
}

/** XML 1.0 cannot hold most control characters, in no spelling. */
function printable(text: string): string {
  return text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, (character) => {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
}
