import type { CheckOutcome } from '../../contracts/evidence';
import type { Finding } from '../../contracts/oracle/finding';

/** How a check ended, and what the oracle found meanwhile. */
export interface Conducted {
  readonly outcome: CheckOutcome;
  readonly findings: readonly Finding[];
}

/** Whether a check came upon something, and all of it may have been done by replaces of other servers. */
export function isBlurred({ outcome, findings }: Conducted): boolean {
  const broken = findings.filter((finding) => finding.outcome === 'broken');
  const mayBeByOthers = broken.every(({ suspects }) => suspects.some((clause) => clause.startsWith('ISOLATION')));
  return (outcome.outcome === 'failed' || broken.length > 0) && mayBeByOthers;
}
