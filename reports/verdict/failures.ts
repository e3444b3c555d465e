import type { ClauseId } from '../../contracts/clauses';
import type { AttributedViolation } from '../collector/check-record';
import type { Collector } from '../collector/collector';
import type { Reproduction } from '../collector/reproduction';
import { compareReproductions, failuresPerClause, occurrenceKey } from '../collector/shortest-reproductions';
import type { Failure } from '../result/result';

/**
 * The failures of a clause that reports show, one for each check: those with the shortest reproductions. If no violation
 * has a reproduction, the first one. Failures that did not show again at the end of the run come last.
 */
export function selectFailures(
  clause: ClauseId,
  violations: readonly AttributedViolation[],
  { shortest, confirmations }: Pick<Collector, 'shortest' | 'confirmations'>,
): Failure[] {
  const sorted = violations
    .flatMap((violation) => {
      const reproduction = shortest.of(violation);
      return reproduction === undefined ? [] : [{ violation, reproduction }];
    })
    .sort((one, other) => compareReproductions(clause, one, other));
  if (sorted.length === 0) return violations.slice(0, 1).map((violation) => buildFailure(violation, noReproduction));
  const keys = sorted.map(({ violation }) => occurrenceKey(violation, violation.record.ended));
  const failures = sorted
    .filter((_, place) => keys.indexOf(keys[place] ?? '') === place)
    .slice(0, failuresPerClause)
    .map(({ violation, reproduction }) => {
      const { finding, exchange } = violation;
      const { expected, observed } = finding;
      const { request } = reproduction.short.exchanges.at(-1) ?? {};
      const shown = { clause, expected, observed, exchange, request };
      const [short, whole] = [false, true].map((isWhole) => confirmations.of(shown, isWhole));
      // The short reproduction may lack a request that the fault depends on.
      const isWhole = (short?.shown ?? 0) === 0 && (whole?.shown ?? 0) > 0;
      const confirmed = isWhole ? whole : short;
      const failure = buildFailure(violation, isWhole ? reproduction.whole : reproduction.short);
      return confirmed === undefined ? failure : { ...failure, confirmed };
    });
  const isRefuted = ({ confirmed }: Failure) => Number(confirmed?.shown === 0);
  return failures.sort((one, other) => isRefuted(one) - isRefuted(other));
}

const noReproduction: Reproduction = { given: [], exchanges: [] };

/** A violation with its reproduction, as reports show it. */
export function buildFailure(
  { finding, exchange, counterexample, record }: AttributedViolation,
  { given, exchanges }: Reproduction,
): Failure {
  const { id, title } = record.ended;
  const version = record.ended.version ?? counterexample?.version;
  return {
    check: id,
    title: version === undefined ? title : `${title} (${version})`,
    expected: finding.expected,
    observed: finding.observed,
    exchange,
    given,
    exchanges,
    ...(counterexample && { counterexample }),
  };
}

/** The failure of an open clause that the target reads in more than one way: no single exchange shows it. */
export function mixedReadings(title: string, settled: string | undefined, readings: readonly string[]): Failure {
  const expected = settled ?? 'one reading throughout';
  return { check: '', title, expected, observed: readings.join(' and '), exchange: 0, given: [], exchanges: [] };
}
