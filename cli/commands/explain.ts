import { type CatalogueClause, type ClauseId, clauses, excludedClauses, familyOf } from '../../contracts/clauses';
import type { ExcludedClause } from '../../contracts/clauses/clause';
import { profiles } from '../../contracts/profiles';
import { bindingOf } from '../../contracts/profiles/profile';
import { countNoun } from '../../contracts/text/count-noun';
import type { Implementations } from '../../reports/result/implementations';
import { declaredChecks } from '../../suites/harness/session/plan';
import { ConfigurationError } from '../../targets/errors';
import { causeOf } from '../../targets/implementations/implementations';
import { allMutants } from '../../targets/mutants';
import { readPackageFile } from '../machine/package-file';
import { jsonLines } from '../output/json-lines';
import { nearest } from '../settings/nearest';
import { clausesNamed, families } from '../settings/waivers';

/**
 * Everything about a clause (sentence, source, levels, checks, properties, killed mutants, known implementations), or the
 * clauses of a family. Case does not matter.
 *
 * @throws {ConfigurationError} for any other word.
 */
export function explain(word: string): string[] {
  const { named, excluded } = find(word);
  if (excluded !== undefined) return describeExcluded(excluded);
  const [only, second] = named;
  return second === undefined ? describeClause(only as CatalogueClause) : describeFamily(word.toUpperCase(), named);
}

/**
 * The same as lines of JSON: always a list, of one clause or of all in the family.
 *
 * @throws {ConfigurationError} for any other word.
 */
export function explainAsJson(word: string): string[] {
  const { named, excluded } = find(word);
  return jsonLines(excluded === undefined ? named.map(factsOf) : [excluded]);
}

interface Found {
  readonly named: readonly CatalogueClause[];
  readonly excluded?: ExcludedClause;
}

function find(word: string): Found {
  const ids = clausesNamed(word);
  if (ids.length > 0) return { named: clauses.filter(({ id }) => ids.includes(id)) };
  const excluded = excludedClauses.find(({ id }) => id === word.toUpperCase());
  if (excluded !== undefined) return { named: [], excluded };
  const known = [...clauses, ...excludedClauses].map(({ id }) => id);
  const close = nearest(word.toUpperCase(), [...known, ...families()]);
  const remedy = close === undefined ? 'the command clauses prints all of them' : `did you mean ${close}?`;
  throw new ConfigurationError(`there is no clause or family ${JSON.stringify(word)}: ${remedy}`);
}

interface Difference {
  readonly name: string;
  /** By the runs of the implementation, such as `failed (nova)`. */
  readonly verdicts: readonly string[];
  readonly because?: string;
}

/** The facts about a clause, for people and for programs. */
function factsOf(clause: CatalogueClause) {
  const { id } = clause;
  const { checks, properties } = declaredChecks();
  const isOf = (each: { readonly clause: ClauseId }) => each.clause === id;
  const shown = ({ id: check, title }: { readonly id: string; readonly title: string }) => ({ id: check, title });
  return {
    ...clause,
    levels: Object.fromEntries(Object.values(profiles).map((profile) => [profile.name, bindingOf(id, profile)])),
    checks: checks.filter(isOf).map(shown),
    properties: properties.filter(isOf).map(shown),
    mutants: allMutants.filter(({ killedBy }) => killedBy.includes(id)).map(({ name }) => name),
    implementations: implementationsThatDiffer(id),
  };
}

function describeClause(clause: CatalogueClause): string[] {
  const { source, readings, mayMix, because, levels, checks, properties, mutants, implementations } = factsOf(clause);
  const bindings = Object.entries(levels).map(([profile, { level, settled }]) => {
    return `  ${profile.padEnd(9)} ${settled === undefined ? level : `${level}: ${settled}`}`;
  });
  const titles = (all: readonly { readonly id: string; readonly title: string }[]) =>
    all.map((each) => `${each.title} (${each.id})`);
  return [
    headline(clause),
    ...bindings,
    `  source    ${source}`,
    ...(because === undefined ? [] : [`  because   ${because}`]),
    ...(readings === undefined ? [] : [`  readings  ${readings.join(' / ')}${mayMix ? ' (or some of each)' : ''}`]),
    ...list('checks', titles(checks)),
    ...list('properties, with generated inputs', titles(properties)),
    ...list('mutants that it kills', mutants),
    ...list(
      'known implementations that fail it, or follow a reading of it',
      implementations.map(({ name, verdicts, because: why }) => {
        return `${name}: ${verdicts.join(', ')}${why === undefined ? '' : `: ${why}`}`;
      }),
    ),
  ];
}

/** An open clause has no obligation: its sentence names what is open. */
function headline({ id, sentence, readings }: CatalogueClause): string {
  return readings === undefined ? `${id}: the target ${sentence}` : `${id}: ${sentence}`;
}

function describeFamily(family: string, named: readonly CatalogueClause[]): string[] {
  const rows = named.map(({ id, sentence }) => {
    const levels = Object.values(profiles).map((profile) => bindingOf(id, profile).level.padEnd(15));
    return `${id.padEnd(14)}${levels.join('')}${sentence}`;
  });
  const names = Object.values(profiles).map(({ name }) => name.padEnd(15));
  const excluded = excludedClauses.filter(({ id }) => familyOf(id) === family);
  return [
    `${family}: ${countNoun(named.length, 'clause')}${excluded.length > 0 ? `, and ${excluded.length} that cannot be tested` : ''}`,
    '',
    `${''.padEnd(14)}${names.join('')}the target …`,
    ...rows,
    ...excluded.map(({ id, sentence }) => `${id.padEnd(14)}${'not tested'.padEnd(30)}${sentence}`),
    '',
    `explain ${named[0]?.id} prints everything about one of them`,
  ];
}

/** The implementations that fail the clause, or follow a reading of it, in runs of this suite. */
function implementationsThatDiffer(id: ClauseId): Difference[] {
  const known = (readPackageFile('docs/implementations.json') ?? {}) as Implementations;
  return Object.entries(known).flatMap(([name, runs]) => {
    const verdicts = runs.flatMap(({ profile, clauses }) => {
      const verdict = clauses[id];
      return verdict === 'failed' || verdict?.startsWith('open: ') ? [`${verdict} (${profile})`] : [];
    });
    const because = verdicts.some((verdict) => verdict.startsWith('failed')) ? causeOf(name, id)?.sentence : undefined;
    return verdicts.length === 0 ? [] : [{ name, verdicts, ...(because === undefined ? {} : { because }) }];
  });
}

function describeExcluded({ id, sentence, source, excluded }: ExcludedClause): string[] {
  return [`${id}: the target ${sentence}`, `  source    ${source}`, `  not tested, because ${excluded}`];
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', `${title}:`, ...items.map((item) => `  - ${item}`)];
}
