import type { ClauseId } from '../../contracts/clauses';
import type { CheckEnded } from '../../contracts/evidence/events';
import type { Body } from '../../contracts/http/exchange';
import type { Violation } from './check-record';
import { minimizeReproduction, type Reproduction } from './reproduction';

/** The two ways to reproduce a failure. */
export interface FailureReproduction {
  /** The needed requests. */
  readonly short: Reproduction;
  /** All requests of the check up to the failure. */
  readonly whole: Reproduction;
}

/** The most failures that are shown for one clause. */
export const failuresPerClause = 3;

/** The most characters of bodies: of all reproductions together, and of one. */
const maxTotalSize = 32_000_000;
const maxSize = 2_000_000;

interface StoredReproduction {
  readonly violation: Violation;
  readonly reproduction: FailureReproduction;
  readonly occurrence: string;
  readonly size: number;
}

/**
 * The shortest reproductions of violations, in bounded memory. The evidence has all of them. The clause of a violation is
 * known only at the end of a run. Until then the best violations with the same candidates stay, one for each check.
 */
export class ShortestReproductions {
  private readonly groups = new Map<string, StoredReproduction[]>();
  private readonly reproductions = new Map<string, FailureReproduction>();
  private size = 0;

  offer(violation: Violation, whole: Reproduction, check: CheckEnded): void {
    const short = minimizeReproduction(whole, violation.finding.candidates);
    const [size, shortSize] = [sizeOf(whole), sizeOf(short)];
    if (shortSize > maxSize) return;
    const isLarge = size > maxSize;
    const reproduction = { short, whole: isLarge ? short : whole };
    const stored = {
      violation,
      reproduction,
      occurrence: occurrenceKey(violation, check),
      size: isLarge ? shortSize : size,
    };
    this.insert(this.groupOf(violation, check.ended.outcome), stored);
    while (this.size > maxTotalSize) this.dropLargest();
  }

  of(violation: Pick<Violation, 'exchange' | 'finding'>): FailureReproduction | undefined {
    return this.reproductions.get(reproductionKey(violation));
  }

  /** All requests of a check up to its failure. */
  wholeOf(exchange: number): Reproduction | undefined {
    const stored = [...this.groups.values()].flat().find(({ violation }) => violation.exchange === exchange);
    return stored?.reproduction.whole;
  }

  /** Violations that every attribution gives the same clause and the same rank. */
  private groupOf(
    { finding: { candidates }, checkClause, isOutsideCheck }: Violation,
    outcome: string,
  ): StoredReproduction[] {
    const key = [candidates.join(), candidates.includes(checkClause) ? checkClause : '', isOutsideCheck, outcome].join(
      ' ',
    );
    const group = this.groups.get(key) ?? [];
    this.groups.set(key, group);
    return group;
  }

  private insert(group: StoredReproduction[], stored: StoredReproduction): void {
    const order = (one: StoredReproduction, other: StoredReproduction) => compareNumbers(sortKey(one), sortKey(other));
    const same = group.find(({ occurrence }) => occurrence === stored.occurrence);
    if (same !== undefined && order(same, stored) <= 0) return;
    if (same !== undefined) this.remove(group, same);
    const place = group.findIndex((each) => order(each, stored) > 0);
    group.splice(place < 0 ? group.length : place, 0, stored);
    this.reproductions.set(reproductionKey(stored.violation), stored.reproduction);
    this.size += stored.size;
    for (const rest of group.slice(failuresPerClause)) this.remove(group, rest);
  }

  private remove(group: StoredReproduction[], stored: StoredReproduction): void {
    group.splice(group.indexOf(stored), 1);
    this.reproductions.delete(reproductionKey(stored.violation));
    this.size -= stored.size;
  }

  /** The first violation of a group is dropped last: without it, a failed clause would have no reproduction. */
  private dropLargest(): void {
    const groups = [...this.groups.values()];
    const spare = groups.flatMap((group) => group.slice(1).map((stored) => ({ group, stored })));
    const all = spare.length > 0 ? spare : groups.flatMap((group) => group.map((stored) => ({ group, stored })));
    const [first, ...rest] = all;
    if (first === undefined) return;
    const { group, stored } = rest.reduce((one, other) => (other.stored.size > one.stored.size ? other : one), first);
    this.remove(group, stored);
  }
}

/**
 * The order in which violations of a clause are shown: first those that show every time, then those of the checks of this
 * clause, then the fewest requests, then the smallest bodies.
 */
export function compareReproductions(
  clause: ClauseId,
  one: ReproducibleViolation,
  other: ReproducibleViolation,
): number {
  const isOthers = ({ violation: { checkClause, isOutsideCheck } }: ReproducibleViolation) =>
    Number(checkClause !== clause || isOutsideCheck);
  const order = (each: ReproducibleViolation) => {
    const [shows, ...length] = sortKey(each);
    return [shows ?? 0, isOthers(each), ...length];
  };
  return compareNumbers(order(one), order(other));
}

/** A violation with its reproductions. */
export interface ReproducibleViolation {
  readonly violation: Violation;
  readonly reproduction: FailureReproduction;
}

/** The same for violations of one check, or of one counterexample: several of them show nothing new. */
export function occurrenceKey({ counterexample }: Pick<Violation, 'counterexample'>, { check }: CheckEnded): string {
  return `${check} ${counterexample?.input ?? ''}`;
}

/** The order among violations that checks of the same clause found. */
function sortKey({ violation: { counterexample }, reproduction: { short } }: ReproducibleViolation): readonly number[] {
  const shows = counterexample === undefined ? 1 : counterexample.shown / counterexample.of;
  const sent = short.exchanges.map(({ request }) => lengthOf(request.body));
  const given = short.given.map(({ body }) => body.length);
  return [-shows, sent.length + given.length, sum(sent) + sum(given)];
}

function compareNumbers(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

function reproductionKey({ exchange, finding: { candidates } }: Pick<Violation, 'exchange' | 'finding'>): string {
  return `${exchange} ${candidates.join()}`;
}

function sizeOf({ given, exchanges }: Reproduction): number {
  const bodies = exchanges.map(({ request, response }) => lengthOf(request.body) + lengthOf(response.body));
  return sum(bodies) + sum(given.map(({ body }) => body.length));
}

function lengthOf(body: Body): number {
  return 'text' in body ? body.text.length : body.base64.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
