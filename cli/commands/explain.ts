import { type CatalogueClause, type ClauseId, clauses, excludedClauses } from '../../contracts/clauses';
import type { ExcludedClause } from '../../contracts/clauses/clause';
import { profiles } from '../../contracts/profiles';
import { bindingOf } from '../../contracts/profiles/profile';
import type { Implementations } from '../../reports/result/implementations';
import { declaredChecks } from '../../suites/harness/session/plan';
import { causeOf } from '../../targets/implementations/implementations';
import { allMutants } from '../../targets/mutants';
import { ConfigurationError } from '../machine/configuration-error';
import { readPackageFile } from '../machine/package-file';

/**
 * Everything about a clause: sentence, source, levels, checks, properties, killed mutants, known implementations.
 *
 * @throws {ConfigurationError} for an unknown clause.
 */
export function explain(id: string): string[] {
  const clause = clauses.find((each) => each.id === id);
  if (clause !== undefined) return describeClause(clause);
  const excluded = excludedClauses.find((each) => each.id === id);
  if (excluded !== undefined) return describeExcluded(excluded);
  throw new ConfigurationError(`there is no clause ${JSON.stringify(id)}: the command clauses prints all of them`);
}

function describeClause({ id, sentence, source, readings, mayMix, because }: CatalogueClause): string[] {
  const bindings = Object.values(profiles).map((profile) => {
    const { level, settled } = bindingOf(id, profile);
    return `  ${profile.name.padEnd(9)} ${settled === undefined ? level : `${level}: ${settled}`}`;
  });
  const { checks, properties } = declaredChecks();
  const mutants = allMutants.filter(({ killedBy }) => killedBy.includes(id));
  return [
    // An open clause has no obligation: its sentence names what is open.
    `${id}: ${readings === undefined ? 'the target ' : ''}${sentence}`,
    ...bindings,
    `  source    ${source}`,
    ...(because === undefined ? [] : [`  because   ${because}`]),
    ...(readings === undefined ? [] : [`  readings  ${readings.join(' / ')}${mayMix ? ' (or some of each)' : ''}`]),
    ...list(
      'checks',
      checks.filter((check) => check.clause === id).map(({ title }) => title),
    ),
    ...list(
      'properties, with generated inputs',
      properties.filter((property) => property.clause === id).map(({ title }) => title),
    ),
    ...list(
      'mutants that it kills',
      mutants.map(({ name }) => name),
    ),
    ...list('known implementations that fail it, or follow a reading of it', implementationsThatDiffer(id)),
  ];
}

/** The implementations that fail the clause, or follow a reading of it, in runs of this suite. */
function implementationsThatDiffer(id: ClauseId): string[] {
  const known = (readPackageFile('docs/implementations.json') ?? {}) as Implementations;
  return Object.entries(known).flatMap(([name, runs]) => {
    const shown = runs.flatMap(({ profile, clauses }) => {
      const verdict = clauses[id];
      return verdict === 'failed' || verdict?.startsWith('open: ') ? [`${verdict} (${profile})`] : [];
    });
    const why = shown.some((verdict) => verdict.startsWith('failed')) ? causeOf(name, id)?.sentence : undefined;
    return shown.length === 0 ? [] : [`${name}: ${shown.join(', ')}${why === undefined ? '' : `: ${why}`}`];
  });
}

function describeExcluded({ id, sentence, source, excluded }: ExcludedClause): string[] {
  return [`${id}: the target ${sentence}`, `  source    ${source}`, `  not tested, because ${excluded}`];
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', `${title}:`, ...items.map((item) => `  - ${item}`)];
}
