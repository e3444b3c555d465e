import { bindingOf } from '../contracts/binding';
import { clauses, excludedClauses } from '../contracts/clauses';
import type { Profile } from '../contracts/profile';

/** The catalogue as a profile binds it, for machines. */
export function clausesAsJson(profile: Profile): string {
  const bound = clauses.map((clause) => ({ ...clause, ...bindingOf(clause.id, profile) }));
  return `${JSON.stringify({ profile: profile.name, clauses: bound, excluded: excludedClauses }, null, 2)}\n`;
}

/** The same for readers, one line a clause. */
export function clausesAsText(profile: Profile): string {
  const lines = clauses.map((clause) => {
    const { level, settled } = bindingOf(clause.id, profile);
    const readings = settled ?? (level === 'open' ? clause.readings?.join(' / ') : undefined);
    const note = readings === undefined ? '' : ` (${readings})`;
    return `${clause.id.padEnd(13)} ${level.padEnd(15)} ${clause.sentence}${note}\n${' '.repeat(30)}${clause.source}`;
  });
  const left = excludedClauses.map(({ id, sentence, excluded }) => {
    return `${id.padEnd(13)} ${'excluded'.padEnd(15)} ${sentence}\n${' '.repeat(30)}${excluded}`;
  });
  return `${[...lines, ...left].join('\n')}\n`;
}
