import { Presets, SingleBar } from 'cli-progress';
import type { CheckEnded, Evidence, PreflightEnded, RunStarted } from '../../contracts/evidence/events';
import type { Exchange } from '../../contracts/http/exchange';
import { countNoun } from '../../contracts/text/count-noun';
import type { Console } from '../machine/console';

/** At most so many reasons of discarded responses are printed. */
const maxReasons = 3;

/** Shows the progress of a run on standard error: a bar on a terminal, otherwise one line per suite. */
export class Progress {
  private readonly bar: SingleBar | undefined;
  private began: RunStarted | undefined;
  /** Requests that the run has announced. */
  private announced = 0;
  private isDrawn = false;
  private suite = '';
  private checks = 0;
  private exchanges = 0;
  private discarded = 0;
  private readonly reasons = new Set<string>();

  constructor(private readonly console: Console) {
    const { bar: stream } = console;
    if (stream === undefined) return;
    const format = '{percentage} % {suite} {checks} checks, {exchanges} requests, {duration_formatted}';
    this.bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: false, fps: 5 }, Presets.rect);
  }

  add(evidence: Evidence): void {
    if (evidence.kind === 'run') this.began = evidence;
    if (evidence.kind === 'preflight') this.announce(evidence);
    if (evidence.kind === 'exchange') this.count(evidence.exchange);
    if (evidence.kind === 'check') {
      if (this.suite !== evidence.suite) this.endSuite();
      this.suite = evidence.suite;
      this.checks += 1;
      this.startBar(evidence);
    }
    if (this.isDrawn) this.bar?.update(Math.min(this.exchanges, this.announced), this.figures());
  }

  end(): void {
    this.endSuite();
    this.bar?.stop();
    if (this.discarded === 0) return;
    const faults = [...this.reasons].join('; ');
    this.console.err(
      `${countNoun(this.discarded, 'response')} discarded, because they come from the network or a proxy, not from the API: ${faults}`,
    );
  }

  private count({ fault }: Exchange): void {
    this.exchanges += 1;
    if (fault === undefined) return;
    this.discarded += 1;
    if (this.reasons.size < maxReasons) this.reasons.add(fault);
  }

  /** Prints the costs while the user can still stop the run. */
  private announce({ announced, most }: PreflightEnded): void {
    const { effort, seed, latency } = this.began ?? { effort: '', seed: 0, latency: 0 };
    const seconds = Math.max(1, Math.round((announced * latency) / 1_000));
    this.console.err(
      `${effort} effort, seed ${seed}: about ${announced} requests and never more than ${most}; about ${seconds} s at ${latency.toFixed(1)} ms per request`,
    );
    this.announced = announced;
  }

  /** Starts the bar with the first check of a suite: Jest writes to a terminal before that. */
  private startBar({ suite }: CheckEnded): void {
    if (this.isDrawn || this.announced === 0 || suite === 'preflight') return;
    this.isDrawn = true;
    this.bar?.start(this.announced, this.exchanges, this.figures());
  }

  private endSuite(): void {
    if (this.bar !== undefined || this.suite === '') return;
    const share = Math.min(100, Math.floor((100 * this.exchanges) / Math.max(1, this.announced)));
    this.console.err(
      `${this.suite}: ${countNoun(this.checks, 'check')}, ${countNoun(this.exchanges, 'request')} so far (${share} %)`,
    );
  }

  private figures(): Record<string, string | number> {
    return { suite: this.suite.padEnd(10), checks: this.checks, exchanges: this.exchanges };
  }
}
