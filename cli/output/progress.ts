import { Presets, SingleBar } from 'cli-progress';
import type { Evidence, PreflightEnded, RunStarted } from '../../contracts/evidence/events';
import type { Exchange } from '../../contracts/http/exchange';
import type { Console } from '../machine/console';

/** So many kinds of answers that were passed over are told. */
const maxReasons = 3;

/** Shows on standard error how far a run is: a bar on a terminal, a line a suite elsewhere. */
export class Progress {
  private readonly bar: SingleBar | undefined;
  private began: RunStarted | undefined;
  private suite = '';
  private checks = 0;
  private exchanges = 0;
  private discarded = 0;
  private readonly reasons = new Set<string>();

  constructor(private readonly console: Console) {
    const { bar: stream } = console;
    if (stream === undefined) return;
    const format = '{suite} {checks} checks, {exchanges} exchanges, {duration_formatted}';
    this.bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: false, fps: 5 }, Presets.rect);
    this.bar.start(1, 0, this.figures());
  }

  add(evidence: Evidence): void {
    if (evidence.kind === 'run') this.began = evidence;
    if (evidence.kind === 'preflight') this.announce(evidence);
    if (evidence.kind === 'exchange') this.count(evidence.exchange);
    if (evidence.kind === 'check') {
      if (this.suite !== evidence.suite) this.endSuite();
      this.suite = evidence.suite;
      this.checks += 1;
    }
    this.bar?.update(0, this.figures());
  }

  end(): void {
    this.endSuite();
    this.bar?.stop();
    if (this.discarded === 0) return;
    const faults = [...this.reasons].join('; ');
    this.console.err(`${this.discarded} answers were passed over, as they tell of the way to the target: ${faults}`);
  }

  private count({ fault }: Exchange): void {
    this.exchanges += 1;
    if (fault === undefined) return;
    this.discarded += 1;
    if (this.reasons.size < maxReasons) this.reasons.add(fault);
  }

  /** What is to come, while there is still time to choose otherwise. */
  private announce({ announced, most }: PreflightEnded): void {
    const { effort, seed, latency } = this.began ?? { effort: '', seed: 0, latency: 0 };
    const seconds = Math.max(1, Math.round((announced * latency) / 1_000));
    const each = `at the ${latency.toFixed(1)} ms that a request takes here some ${seconds} s`;
    this.console.err(
      `${effort} effort, seed ${seed}: about ${announced} requests and never more than ${most}, ${each}`,
    );
  }

  private endSuite(): void {
    if (this.bar !== undefined || this.suite === '') return;
    this.console.err(`${this.suite}: ${this.checks} checks, ${this.exchanges} exchanges so far`);
  }

  private figures(): Record<string, string | number> {
    return { suite: this.suite.padEnd(10), checks: this.checks, exchanges: this.exchanges };
  }
}
