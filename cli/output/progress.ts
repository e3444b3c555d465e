import type { Evidence, PreflightEnded, RunStarted } from '../../contracts/evidence/events';
import type { Exchange } from '../../contracts/http/exchange';
import { countNoun } from '../../contracts/text/count-noun';
import { wrapText } from '../../reports/formats/console/wrap-text';
import type { Detail } from '../../reports/formats/shared/reporter';
import type { Clock } from '../../targets/http/clock';
import type { Console } from '../machine/console';
import { requestLine } from './request-line';

export interface ProgressOptions {
  readonly console: Console;
  readonly clock: Clock;
  readonly detail: Detail;
  /** Requests per second. */
  readonly maxRate: number | undefined;
}

/** At most so many reasons of discarded responses are printed. */
const maxReasons = 3;

/** Milliseconds between two changes of the status line. */
const statusInterval = 200;

/** Requests without which the time left would be a guess. */
const minMeasured = 50;

interface Moment {
  /** Milliseconds. */
  readonly at: number;
  readonly requests: number;
}

/**
 * Shows on standard error what a run does: its costs, then the share that is done on the status line of a terminal. A
 * verbose run prints each request instead. A quiet run prints nothing.
 */
export class Progress {
  private began: RunStarted | undefined;
  /** Requests that the run has announced. */
  private announced = 0;
  /** The end of the first check, and the requests until then. */
  private first: Moment | undefined;
  private suite = '';
  private checks = 0;
  private exchanges = 0;
  private discarded = 0;
  private shownAt = Number.NEGATIVE_INFINITY;
  private readonly reasons = new Set<string>();

  constructor(private readonly options: ProgressOptions) {}

  add(evidence: Evidence): void {
    if (evidence.kind === 'run') this.began = evidence;
    if (evidence.kind === 'preflight') this.announce(evidence);
    if (evidence.kind === 'exchange') this.count(evidence.exchange);
    if (evidence.kind === 'check') {
      this.suite = evidence.suite;
      this.checks += 1;
      if (evidence.suite !== 'preflight') this.first ??= { at: this.options.clock.now(), requests: this.exchanges };
    }
    if (this.first !== undefined) this.showStatus(this.first);
  }

  end(): void {
    const { console, detail } = this.options;
    console.status?.erase();
    if (this.discarded === 0 || detail === 'quiet') return;
    const reasons = [...this.reasons].join('; ');
    const why = this.discarded === 1 ? 'it comes' : 'they come';
    this.print(
      `${countNoun(this.discarded, 'response')} discarded, because ${why} from the network or a proxy, not from the API: ${reasons}`,
    );
  }

  private count(exchange: Exchange): void {
    this.exchanges += 1;
    const { console, detail } = this.options;
    if (detail === 'verbose') console.err(requestLine(exchange));
    const { fault } = exchange;
    if (fault === undefined) return;
    this.discarded += 1;
    if (this.reasons.size < maxReasons) this.reasons.add(fault);
  }

  /** Prints the costs while the user can still stop the run. */
  private announce({ announced, most }: PreflightEnded): void {
    const { detail, maxRate } = this.options;
    this.announced = announced;
    if (detail === 'quiet') return;
    const { effort, seed, latency } = this.began ?? { effort: '', seed: 0, latency: 0 };
    const pause = maxRate === undefined ? 0 : 1_000 / maxRate;
    const rate =
      pause > latency ? `${countNoun(maxRate ?? 0, 'request')} per second` : `${latency.toFixed(1)} ms per request`;
    const time = formatSeconds((announced * Math.max(latency, pause)) / 1_000);
    this.print(
      `${effort} effort, seed ${seed}: about ${announced} requests, never more than ${most}; about ${time} at ${rate}`,
    );
  }

  private showStatus(first: Moment): void {
    const { console, clock, detail } = this.options;
    const now = clock.now();
    if (console.status === undefined || now - this.shownAt < statusInterval) return;
    this.shownAt = now;
    if (detail === 'normal') console.status.show(this.statusText(first, now));
  }

  private statusText(first: Moment, now: number): string {
    const { announced, exchanges } = this;
    // The announced number is an estimate: more requests may follow.
    const percent = Math.min(99, Math.floor((100 * exchanges) / Math.max(announced, 1)));
    const done = exchanges - first.requests;
    const left = formatSeconds((((now - first.at) / done) * Math.max(announced - exchanges, 0)) / 1_000);
    const time = exchanges >= announced ? ', nearly done' : done < minMeasured ? '' : `, about ${left} left`;
    const counts = `${countNoun(this.checks, 'check')}, ${countNoun(exchanges, 'request')}`;
    return `${percent} %${time}: ${this.suite}, ${counts}`;
  }

  /** A log keeps a sentence on one line. */
  private print(sentence: string): void {
    const { console } = this.options;
    console.err(...(console.status === undefined ? [sentence] : wrapText(sentence, console.status.columns)));
  }
}

/** Such as `40 s`, `12 min` or `1 h 5 min`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
