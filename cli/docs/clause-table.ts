import { clauses, excludedClauses } from '../../contracts/clauses';
import { profiles } from '../../contracts/profiles';
import { bindingOf } from '../../contracts/profiles/profile';

/** The catalogue as a Markdown table for `docs/clauses.md`. */
export function clauseTable(): string {
  const rows = clauses.map(({ id, sentence, source, readings }) => {
    const open = readings === undefined ? '' : `: ${readings.join(' / ')}`;
    const levels = [profiles.ecs, profiles.nova].map((profile) => {
      const { level, settled } = bindingOf(id, profile);
      return settled === undefined ? level : `${level}: ${settled}`;
    });
    return [id, `${sentence}${open}`, ...levels, source];
  });
  return table(['clause', 'the target', 'ecs', 'nova', 'source'], rows);
}

/** The rules that no exchange can show, each with the reason. */
export function excludedTable(): string {
  return table(
    ['clause', 'the target', 'source', 'not tested, because'],
    excludedClauses.map(({ id, sentence, source, excluded }) => [id, sentence, source, excluded]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
