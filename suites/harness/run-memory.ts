import type { VmState } from '../../contracts/vm-states';
import { ActionTimeouts } from '../../targets/vm-states/action-timeouts';
import type { Environment } from './environment';
import { LeftOverPairs } from './left-over-pairs';
import { Unanswered } from './unanswered';

/** What the stages of all lanes have found out about the target: what was in vain once is not tried for every check. */
export class RunMemory {
  constructor(readonly environment: Environment) {}

  readonly effects = new ActionTimeouts();
  readonly unanswered = new Unanswered();
  /** States into which no server could be brought although one that is in them was named, and why. */
  readonly unreachable = new Map<VmState, string>();
  readonly leftOvers = new LeftOverPairs();
  /** How often a server that may be locked could not be unlocked. */
  readonly stayedLocked = new Map<string, number>();
}
