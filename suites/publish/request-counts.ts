import type { CheckId } from '../../contracts/evidence/check-id';
import type { Evidence } from '../../contracts/evidence/events';

/** The content of request-counts.json. */
export interface Costs {
  /** Requests of a run before its first check and after its last one. */
  readonly overhead: number;
  /** By the id of the check: requests under one version, or for one input of a property. */
  readonly checks: Readonly<Record<string, number>>;
}

/** Counts the requests of each check in the evidence of one run. */
export class RequestCounts {
  /** By the name that the evidence has for a check, which contains its version. */
  private readonly requests = new Map<string, number>();
  /** Checked inputs of a property. */
  private readonly inputs = new Map<string, number>();
  private readonly names = new Map<CheckId, Set<string>>();

  add(evidence: Evidence): void {
    if (evidence.kind === 'exchange') increase(this.requests, evidence.exchange.check);
    if (evidence.kind === 'trial') increase(this.inputs, evidence.check);
    if (evidence.kind !== 'check' || evidence.ended.outcome === 'not run' || evidence.id.endsWith('/preflight')) return;
    this.names.set(evidence.id, (this.names.get(evidence.id) ?? new Set()).add(evidence.check));
  }

  get costs(): Costs {
    const checks = [...this.names].map(([id, names]) => {
      const requests = [...names].reduce((sum, name) => sum + (this.requests.get(name) ?? 0), 0);
      return [id, requests, this.inputs.get(id) ?? names.size] as const;
    });
    const all = [...this.requests.values()].reduce((sum, count) => sum + count, 0);
    return {
      overhead: checks.reduce((left, [, requests]) => left - requests, all),
      checks: Object.fromEntries(
        checks
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([id, requests, times]) => [id, round(requests / times)]),
      ),
    };
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** To one decimal. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
