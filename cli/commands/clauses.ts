import { clauses, excludedClauses } from '../../contracts/clauses';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import { jsonLines } from '../output/json-lines';

/** The catalogue with the levels of a profile, as lines of JSON. */
export function clausesAsJson(profile: Profile): string[] {
  const bound = clauses.map((clause) => ({ ...clause, ...bindingOf(clause.id, profile) }));
  return jsonLines({ profile: profile.name, clauses: bound, excluded: excludedClauses });
}

/** The catalogue with the levels of a profile, as text. */
export function clausesAsText(profile: Profile): string[] {
  const lines = clauses.flatMap((clause) => {
    const { level, settled } = bindingOf(clause.id, profile);
    const readings = settled ?? (level === 'open' ? clause.readings?.join(' / ') : undefined);
    const note = readings === undefined ? '' : ` (${readings})`;
    return entry(clause.id, level, `${clause.sentence}${note}`, clause.source);
  });
  const left = excludedClauses.flatMap(({ id, sentence, excluded }) => entry(id, 'excluded', sentence, excluded));
  return [...lines, ...left];
}

function entry(id: string, level: string, sentence: string, source: string): string[] {
  return [`${id.padEnd(13)} ${level.padEnd(15)} ${sentence}`, `${' '.repeat(30)}${source}`];
}
