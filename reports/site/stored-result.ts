import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import { isCapabilityName } from '../../contracts/capabilities';
import { clauseOf, isClauseId } from '../../contracts/clauses';
import { alteredTokens, placeholders } from '../../contracts/http/placeholders';
import { escapeInvisible } from '../../contracts/text/escape-invisible';
import { truncate } from '../../contracts/text/truncate';
import { readResult } from '../result/read-result';
import type { ClauseResult, Failure, MissingCapability, Result } from '../result/result';
import { resultSchema } from '../result/result-schema';

/**
 * Reads the result of any version of the suite. Members that another version has not, or has otherwise, are replaced by
 * empty ones: a page can then use every member without a check.
 *
 * @throws {SyntaxError} for a text that is no result. The message says why, without the name of the file.
 */
export function readStoredResult(text: string): Result {
  const result = readResult(text);
  if (Number.isNaN(Date.parse(result.run.began))) throw new SyntaxError('the date of its run cannot be read');
  const clauses: readonly unknown[] = result.clauses;
  if (clauses.length === 0) throw new SyntaxError('it has no clauses');
  const { known = [], expired = [] } = result.baseline ?? {};
  if (![...known, ...expired].every(({ expires }) => /^\d{4}-\d\d-\d\d$/.test(expires))) {
    throw new SyntaxError('a date of its baseline cannot be read');
  }
  return {
    ...result,
    clauses: result.clauses.map(completeClause),
    missing: result.missing.filter(isComplete),
    unconfirmed: result.unconfirmed ?? [],
  };
}

type Stored<Type> = { readonly [Name in keyof Type]?: unknown };

/** The schema of a stored result knows `clause`, `level`, `verdict`, `waived`, `reading` and `sentence` only. */
function completeClause(stored: ClauseResult): ClauseResult {
  const { clause, level, verdict, waived, reading } = stored;
  if (!/^[A-Z][A-Z0-9]{0,30}-\d{1,4}$/.test(clause)) {
    throw new SyntaxError(`${JSON.stringify(`${clause}`.slice(0, 60))} is not the id of a clause`);
  }
  const { sentence, source, reason, checks, satisfied, violated, failures }: Stored<ClauseResult> = stored;
  const known = isClauseId(clause) ? clauseOf(clause) : undefined;
  const counts = (checks ?? {}) as Stored<ClauseResult['checks']>;
  return {
    clause,
    level,
    verdict,
    waived,
    ...(reading === undefined ? {} : { reading }),
    ...(typeof reason === 'string' ? { reason } : {}),
    sentence: plainText(sentence) ?? known?.sentence ?? '',
    source: plainText(source) ?? known?.source ?? '',
    checks: { run: countOf(counts.run), notTested: countOf(counts.notTested), notRun: countOf(counts.notRun) },
    satisfied: countOf(satisfied),
    violated: countOf(violated),
    failures: areFailures(failures) && failures.every(isSafeToRepeat) ? failures.map(withPlainNames) : [],
  };
}

/** Characters of a text of the suite. */
const plainSize = 1_000;

/** A page shows a text of the suite as it is. In a foreign file it may be long, or hold characters that nobody sees. */
function plainText(value: unknown): string | undefined {
  return typeof value === 'string' ? escapeInvisible(truncate(value, plainSize).text) : undefined;
}

function withPlainNames(failure: Failure): Failure {
  return { ...failure, check: plainText(failure.check) ?? '', title: plainText(failure.title) ?? '' };
}

function countOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

let validators: { readonly failures: ValidateFunction; readonly missing: ValidateFunction } | undefined;

/** Compiled at the first use: at import it would slow down every command. */
function compiled(): NonNullable<typeof validators> {
  if (validators !== undefined) return validators;
  const ajv = new Ajv();
  validators = {
    failures: ajv.compile(resultSchema.properties.clauses.items.properties.failures),
    missing: ajv.compile(resultSchema.properties.missing.items),
  };
  return validators;
}

function areFailures(value: unknown): value is readonly Failure[] {
  return compiled().failures(value) === true;
}

/** A capability of another version has no words here. */
function isComplete(missing: MissingCapability): boolean {
  return isCapabilityName(missing.capability) && compiled().missing(missing) === true;
}

/**
 * A page shows a failure as a script for a shell. The suite writes only such parts into a result; a file that somebody
 * else has written may hold others, and a reader would run them.
 */
function isSafeToRepeat({ given, exchanges, counterexample }: Failure): boolean {
  return (
    /^[\w:.-]*$/.test(counterexample?.replay ?? '') &&
    given.every(({ path, token }) => /^\/[\w./%~-]*$/.test(path) && tokenVariables.includes(token)) &&
    exchanges.every(({ request: { method, headers } }) => {
      const all = Object.entries(headers);
      const areNames = all.every(([name]) => /^[\w!#%&*+.^|~-]+$/.test(name));
      const areValues = all.every(([, value]) => !value.startsWith('$') || tokenVariables.includes(value));
      return /^[A-Z]+$/.test(method) && areNames && areValues;
    })
  );
}

const tokenVariables: readonly string[] = [
  placeholders.own,
  placeholders.other,
  ...Object.values(alteredTokens).map(({ shown }) => shown),
];
