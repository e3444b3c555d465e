import { stripVTControlCharacters } from 'node:util';
import type { ClauseId } from '../../contracts/clauses';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import type { CheckRecord, Violation } from '../collector/check-record';

/**
 * Holds every check against the oracle's findings on its exchanges. Both look at the same answers, each in its own
 * way; where they do not agree, one of them is wrong, and the target is not to blame.
 */
export function crossCheck(
  checks: readonly CheckRecord[],
  blamed: readonly (Violation & { readonly blamed: ClauseId; readonly observed: CheckRecord })[],
  profile: Profile,
): { defects: string[]; disputed: ReadonlySet<CheckRecord> } {
  const defects: string[] = [];
  const disputed = new Set<CheckRecord>();
  for (const observed of checks) {
    const { check, clause, ended } = observed.ended;
    if (bindingOf(clause, profile).level === 'not applicable') continue;
    const isBlamed = blamed.some(
      (violation) => violation.observed === observed && violation.blamed === clause && !violation.isOutsideCheck,
    );
    if (ended.outcome === 'failed' && observed.violations.length === 0 && observed.unconfirmed.length === 0) {
      defects.push(`${check}: the check failed, but the oracle finds every clause kept: ${firstLine(ended.message)}`);
    }
    if (ended.outcome === 'passed' && isBlamed) {
      disputed.add(observed);
      defects.push(`${check}: the check passed, but the oracle finds its clause broken`);
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
