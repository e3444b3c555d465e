import type { Need } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import type { Version } from '../../contracts/metadata';
import type { Tools } from './tools';

/** What is told of a check before and after it runs. */
export interface CheckHead {
  readonly clause: ClauseId;
  readonly title: string;
  readonly version: Version;
  /** Whether a run that takes each check under one version only takes it under this one. */
  readonly isTurn: boolean;
  /** One version is enough for it, whatever the effort. */
  readonly once?: boolean;
  /** It runs under a version that is not served, too. */
  readonly always?: boolean;
  /** Without one of these it is not in the plan. */
  readonly needs?: readonly Need[];
}

export interface Check extends CheckHead {
  readonly body: (tools: Tools) => Promise<void>;
}
