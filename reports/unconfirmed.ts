import type { Observed } from './breach';
import type { Unconfirmed } from './verdict';

/** What the checks of a run came upon once and not again, each check and clause once. */
export function unconfirmedIn(checks: readonly Observed[]): Unconfirmed[] {
  const found = new Map<string, Unconfirmed>();
  for (const { ended, doubted } of checks) {
    for (const { finding, exchange } of doubted) {
      const { suspects, expected, observed } = finding;
      const key = `${ended.check} ${suspects.join()}`;
      if (!found.has(key)) found.set(key, { clauses: suspects, check: ended.check, expected, observed, exchange });
    }
  }
  return [...found.values()];
}

/** So many are told. */
const shown = 5;

/** One sentence for each, and one for those that are left out. */
export function unconfirmedWords(unconfirmed: readonly Unconfirmed[]): string[] {
  const sentences = unconfirmed
    .slice(0, shown)
    .map(
      ({ clauses, check, expected, observed, exchange }) =>
        `${clauses.join(' or ')}: exchange ${exchange} of "${check}" showed ${observed}, not ${expected}`,
    );
  const more = unconfirmed.length - sentences.length;
  return more > 0 ? [...sentences, `and ${more} more`] : sentences;
}
