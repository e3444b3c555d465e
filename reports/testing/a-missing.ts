import type { MissingCapability } from '../verdict';

/** A second project that nobody named: 13 checks of two binding clauses are left out. */
export function aMissing(change: Partial<MissingCapability> = {}): MissingCapability {
  return {
    capability: 'second-project',
    reasons: ['none was named'],
    checks: 13,
    clauses: ['ACCESS-06', 'ISOLATION-02'],
    isBinding: true,
    waived: false,
    ...change,
  };
}
