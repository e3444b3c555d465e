import type { Need } from '../../../contracts/capabilities';
import type { ClauseId } from '../../../contracts/clauses';
import type { CheckId } from '../../../contracts/evidence/check-id';
import type { Version } from '../../../contracts/metadata';
import type { TestContext } from './test-context';

/** Facts about a check that do not depend on the run. */
export interface CheckInfo {
  readonly id: CheckId;
  readonly clause: ClauseId;
  readonly title: string;
  readonly version: Version;
  /** A run that takes one version per check takes this one. */
  readonly isSampledVersion: boolean;
  /** One version is enough for it, whatever the effort. */
  readonly once?: boolean;
  /** It also runs under a version that is not served, and on a target that does not serve the operation. */
  readonly always?: boolean;
  /** If one of these is not met, it is not in the plan. */
  readonly needs?: readonly Need[];
}

export interface Check extends CheckInfo {
  readonly body: (tools: TestContext) => Promise<void>;
}
