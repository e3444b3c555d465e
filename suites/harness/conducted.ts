import type { CheckOutcome } from '../../contracts/evidence';
import { blamedOnOthers } from '../../contracts/oracle/blamed-on-others';
import type { Finding } from '../../contracts/oracle/finding';
import type { Lane } from './lane';

/** How a check ended, and what the oracle found meanwhile. */
export interface Ended {
  readonly outcome: CheckOutcome;
  readonly findings: readonly Finding[];
}

export interface Conducted extends Ended {
  readonly lane: Lane;
  /** Whether anything else went on. */
  readonly isShared: boolean;
}

/** Whether a check came upon something, and all of it may have been done by replaces of other servers. */
export function isBlurred({ outcome, findings, isShared }: Omit<Conducted, 'lane'>): boolean {
  const broken = findings.filter((finding) => finding.outcome === 'broken');
  const mayBeByOthers = broken.every((finding) => blamedOnOthers(finding) !== undefined);
  return isShared && (outcome.outcome === 'failed' || broken.length > 0) && mayBeByOthers;
}
