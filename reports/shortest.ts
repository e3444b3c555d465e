import type { ClauseId } from '../contracts/clauses';
import type { CheckEnded } from '../contracts/evidence/events';
import type { Body } from '../contracts/http/exchange';
import type { Breach } from './breach';
import { reproductionOf } from './reproduction';
import type { Scene } from './scene';

/** How a failure can be seen again. */
export interface Reproduction {
  /** The requests that matter. */
  readonly short: Scene;
  /** Everything that the check sent up to the failure. */
  readonly whole: Scene;
}

/** So many failures are shown of a clause. */
export const shown = 3;

/** Characters of bodies: of all scenes that are held, and of any one. */
const capacity = 32_000_000;
const largest = 2_000_000;

interface Held {
  readonly breach: Breach;
  readonly reproduction: Reproduction;
  readonly occasion: string;
  readonly size: number;
}

/**
 * The shortest reproductions of what is broken, in memory that is bounded whatever a target does; the evidence has all
 * of them. Which breach is blamed on which clause is known at the end of a run, by its suspects: of those that cannot be
 * told apart by that, the best are held, one a check.
 */
export class Shortest {
  private readonly groups = new Map<string, Held[]>();
  private readonly reproductions = new Map<string, Reproduction>();
  private size = 0;

  offer(breach: Breach, whole: Scene, check: CheckEnded): void {
    const short = reproductionOf(whole, breach.finding.suspects);
    const [size, shortSize] = [sizeOf(whole), sizeOf(short)];
    if (shortSize > largest) return;
    const isLarge = size > largest;
    const reproduction = { short, whole: isLarge ? short : whole };
    const held = { breach, reproduction, occasion: occasionOf(breach, check), size: isLarge ? shortSize : size };
    this.enter(this.groupOf(breach, check.ended.outcome), held);
    while (this.size > capacity) this.dropLargest();
  }

  of(breach: Pick<Breach, 'exchange' | 'finding'>): Reproduction | undefined {
    return this.reproductions.get(idOf(breach));
  }

  /** Everything that led to a failure, from the beginning of its check. */
  wholeOf(exchange: number): Scene | undefined {
    const held = [...this.groups.values()].flat().find(({ breach }) => breach.exchange === exchange);
    return held?.reproduction.whole;
  }

  /** Those that are blamed on the same clause, and ranked alike, whichever that is. */
  private groupOf({ finding: { suspects }, by, aside }: Breach, outcome: string): Held[] {
    const key = [suspects.join(), suspects.includes(by) ? by : '', aside, outcome].join(' ');
    const group = this.groups.get(key) ?? [];
    this.groups.set(key, group);
    return group;
  }

  private enter(group: Held[], held: Held): void {
    const order = (one: Held, other: Held) => compare(orderOf(one), orderOf(other));
    const same = group.find(({ occasion }) => occasion === held.occasion);
    if (same !== undefined && order(same, held) <= 0) return;
    if (same !== undefined) this.remove(group, same);
    const place = group.findIndex((each) => order(each, held) > 0);
    group.splice(place < 0 ? group.length : place, 0, held);
    this.reproductions.set(idOf(held.breach), held.reproduction);
    this.size += held.size;
    for (const rest of group.slice(shown)) this.remove(group, rest);
  }

  private remove(group: Held[], held: Held): void {
    group.splice(group.indexOf(held), 1);
    this.reproductions.delete(idOf(held.breach));
    this.size -= held.size;
  }

  /** The first one of a group goes last: without it a clause would fail with nothing to show. */
  private dropLargest(): void {
    const groups = [...this.groups.values()];
    const spare = groups.flatMap((group) => group.slice(1).map((held) => ({ group, held })));
    const all = spare.length > 0 ? spare : groups.flatMap((group) => group.map((held) => ({ group, held })));
    const [first, ...rest] = all;
    if (first === undefined) return;
    const { group, held } = rest.reduce((one, other) => (other.held.size > one.held.size ? other : one), first);
    this.remove(group, held);
  }
}

/**
 * The order in which breaches of a clause are shown: first what shows every time, then what a check of the clause itself
 * came upon, then the fewest requests, then the smallest bodies.
 */
export function byLength(clause: ClauseId, one: Shown, other: Shown): number {
  const isOthers = ({ breach: { by, aside } }: Shown) => Number(by !== clause || aside);
  const order = (each: Shown) => {
    const [shows, ...length] = orderOf(each);
    return [shows ?? 0, isOthers(each), ...length];
  };
  return compare(order(one), order(other));
}

/** A breach that can be shown. */
export interface Shown {
  readonly breach: Breach;
  readonly reproduction: Reproduction;
}

/** A check, or one counterexample of a search. More of the same would show nothing new. */
export function occasionOf({ counterexample }: Pick<Breach, 'counterexample'>, { check }: CheckEnded): string {
  return `${check} ${counterexample?.input ?? ''}`;
}

/** The same within what a clause's own checks came upon, or others. */
function orderOf({ breach: { counterexample }, reproduction: { short } }: Shown): readonly number[] {
  const shows = counterexample === undefined ? 1 : counterexample.shown / counterexample.of;
  const sent = short.exchanges.map(({ request }) => lengthOf(request.body));
  const held = short.given.map(({ body }) => body.length);
  return [-shows, sent.length + held.length, sum(sent) + sum(held)];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

function idOf({ exchange, finding: { suspects } }: Pick<Breach, 'exchange' | 'finding'>): string {
  return `${exchange} ${suspects.join()}`;
}

function sizeOf({ given, exchanges }: Scene): number {
  const bodies = exchanges.map(({ request, response }) => lengthOf(request.body) + lengthOf(response.body));
  return sum(bodies) + sum(given.map(({ body }) => body.length));
}

function lengthOf(body: Body): number {
  return 'text' in body ? body.text.length : body.base64.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
