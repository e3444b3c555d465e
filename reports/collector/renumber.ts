import type { Evidence } from '../../contracts/evidence/events';

/**
 * Gives the exchanges and the races of several shards numbers that are unique in the merged run: those of each shard
 * follow those of the one before.
 */
export class Renumbering {
  private exchangesBefore = 0;
  private racesBefore = 0;
  private exchanges = 0;
  private races = 0;

  /** The numbers of the next evidence begin after all numbers so far. */
  startShard(): void {
    this.exchangesBefore = this.exchanges;
    this.racesBefore = this.races;
  }

  renumber(evidence: Evidence): Evidence {
    if (evidence.kind === 'reproduction') return { ...evidence, exchange: evidence.exchange + this.exchangesBefore };
    if (evidence.kind !== 'exchange') return evidence;
    const { exchange } = evidence;
    const number = exchange.number + this.exchangesBefore;
    this.exchanges = Math.max(this.exchanges, number);
    if (exchange.race === undefined) return { ...evidence, exchange: { ...exchange, number } };
    const race = exchange.race + this.racesBefore;
    this.races = Math.max(this.races, race);
    return { ...evidence, exchange: { ...exchange, number, race } };
  }
}
