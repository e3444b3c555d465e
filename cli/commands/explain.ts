import { type CatalogueClause, type ClauseId, clauses, excludedClauses } from '../../contracts/clauses';
import type { ExcludedClause } from '../../contracts/clauses/clause';
import { profiles } from '../../contracts/profiles';
import { bindingOf } from '../../contracts/profiles/profile';
import { explainDeviation, type Implementations } from '../../reports/result/implementations';
import { declaredChecks } from '../../suites/harness/session/plan';
import { allMutants } from '../../targets/mutants';
import { ConfigurationError } from '../machine/configuration-error';
import { readPackageFile } from '../machine/package-file';

/**
 * Tells everything that the suite knows of a clause: the rule, where it comes from, how it binds, what is sent to
 * examine it, and which known-wrong endpoints it catches.
 *
 * @throws {ConfigurationError} for an unknown clause.
 */
export function explain(id: string): string[] {
  const clause = clauses.find((each) => each.id === id);
  if (clause !== undefined) return describeClause(clause);
  const excluded = excludedClauses.find((each) => each.id === id);
  if (excluded !== undefined) return describeExcluded(excluded);
  throw new ConfigurationError(`there is no clause ${JSON.stringify(id)}: the command clauses prints them all`);
}

function describeClause({ id, sentence, source, readings, mayMix, because }: CatalogueClause): string[] {
  const bindings = Object.values(profiles).map((profile) => {
    const { level, settled } = bindingOf(id, profile);
    return `  ${profile.name.padEnd(9)} ${settled === undefined ? level : `${level}: ${settled}`}`;
  });
  const { checks, properties } = declaredChecks();
  const mutants = allMutants.filter(({ killedBy }) => killedBy.includes(id));
  return [
    `${id}: the target ${sentence}`,
    ...bindings,
    `  source    ${source}`,
    ...(because === undefined ? [] : [`  because   ${because}`]),
    ...(readings === undefined ? [] : [`  readings  ${readings.join(' / ')}${mayMix ? ' (or some of each)' : ''}`]),
    ...list(
      'examined by',
      checks.filter((check) => check.clause === id).map(({ title }) => title),
    ),
    ...list(
      'and, with generated inputs, by',
      properties.filter((property) => property.clause === id).map(({ title }) => title),
    ),
    ...list(
      'catches known-wrong endpoints',
      mutants.map(({ name }) => name),
    ),
    ...list('known implementations that break it, or had the choice', implementationsThatDiffer(id)),
  ];
}

/** What runs of this suite found: who breaks the clause, and who reads it how. */
function implementationsThatDiffer(id: ClauseId): string[] {
  const known = (readPackageFile('docs/implementations.json') ?? {}) as Implementations;
  return Object.entries(known).flatMap(([name, runs]) => {
    const shown = runs.flatMap(({ profile, clauses }) => {
      const verdict = clauses[id];
      return verdict === 'failed' || verdict?.startsWith('open: ') ? [`${verdict} (${profile})`] : [];
    });
    const why = shown.some((verdict) => verdict.startsWith('failed')) ? explainDeviation(name, id) : undefined;
    return shown.length === 0 ? [] : [`${name}: ${shown.join(', ')}${why === undefined ? '' : `: ${why}`}`];
  });
}

function describeExcluded({ id, sentence, source, excluded }: ExcludedClause): string[] {
  return [`${id}: the target ${sentence}`, `  source    ${source}`, `  not examined, since ${excluded}`];
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', `${title}:`, ...items.map((item) => `  - ${item}`)];
}
