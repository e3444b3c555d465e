import type { CheckId } from '../../../contracts/evidence/check-id';
import type { Version } from '../../../contracts/metadata';
import order from './leading-checks.json';

/**
 * The names of the checks that run before all others, in their order: those that kill the most mutants of the proof by
 * the fewest requests. `npm run docs:order` writes the list.
 */
export const leadingNames: readonly string[] = order.checks;

const versions = new Map(leadingNames.map((name) => name.split(' ') as [CheckId, Version]));

/** The version under which a leading check runs first; undefined for any other check. */
export function leadingVersion(id: CheckId): Version | undefined {
  return versions.get(id);
}
