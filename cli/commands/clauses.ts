import { clauses, excludedClauses } from '../../contracts/clauses';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';

/** The catalogue as a profile binds it, for machines: JSON in lines. */
export function clausesAsJson(profile: Profile): string[] {
  const bound = clauses.map((clause) => ({ ...clause, ...bindingOf(clause.id, profile) }));
  const json = JSON.stringify({ profile: profile.name, clauses: bound, excluded: excludedClauses }, null, 2);
  return json.split('\n').map(escaped);
}

/** The console spells what is not seen, and that would not be JSON: JSON's own escapes come before it. */
function escaped(line: string): string {
  return line.replace(/[^\x20-\x7e]|#(?=#)/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same for readers. */
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
