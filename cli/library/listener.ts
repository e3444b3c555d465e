import type { Evidence } from '../../contracts/evidence/events';
import type { NamedReporter } from '../output/load-reporters';
import type { ConformanceOptions } from './options';

/** Hands the events to the program. Its first error ends the run, and is thrown when the servers are restored. */
export class Listener {
  readonly reporter: NamedReporter = {
    name: 'onEvidence',
    isOwn: true,
    reporter: { onEvidence: (evidence) => this.add(evidence), onRunEnd: () => ({}) },
  };
  private readonly controller = new AbortController();
  private error: { readonly thrown: unknown } | undefined;

  constructor(private readonly options: Pick<ConformanceOptions, 'onCheck' | 'onEvidence'>) {}

  /** Aborts when the program has thrown. */
  get failed(): AbortSignal {
    return this.controller.signal;
  }

  throwError(): void {
    if (this.error !== undefined) throw this.error.thrown;
  }

  private add(evidence: Evidence): void {
    if (this.error !== undefined) return;
    try {
      this.options.onEvidence?.(evidence);
      if (evidence.kind === 'check') this.options.onCheck?.(evidence);
    } catch (thrown) {
      this.error = { thrown };
      this.controller.abort();
    }
  }
}
