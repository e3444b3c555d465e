import { stripVTControlCharacters } from 'node:util';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import type { AttributedViolation, CheckRecord } from '../collector/check-record';

/**
 * Compares every check with the findings of the oracle on its exchanges. Both judge the same responses in different ways.
 * If they disagree, one of them is wrong: a defect of the suite, not of the target.
 */
export function crossCheck(
  checks: readonly CheckRecord[],
  attributed: readonly AttributedViolation[],
  profile: Profile,
): { defects: string[]; disputed: ReadonlySet<CheckRecord> } {
  const defects: string[] = [];
  const disputed = new Set<CheckRecord>();
  for (const record of checks) {
    const { check, clause, ended } = record.ended;
    if (bindingOf(clause, profile).level === 'not applicable') continue;
    const isViolated = attributed.some(
      (violation) => violation.record === record && violation.clause === clause && !violation.isOutsideCheck,
    );
    if (ended.outcome === 'failed' && record.violations.length === 0 && record.unconfirmed.length === 0) {
      defects.push(
        `${check}: the check failed, but the oracle finds every clause satisfied: ${firstLine(ended.message)}`,
      );
    }
    if (ended.outcome === 'passed' && isViolated) {
      disputed.add(record);
      defects.push(`${check}: the check passed, but the oracle finds its clause violated`);
    }
  }
  return { defects, disputed };
}

function firstLine(message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .slice(0, 3)
    .join(' ');
}
