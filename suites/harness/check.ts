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
}

export interface Check extends CheckHead {
  readonly body: (tools: Tools) => Promise<void>;
}
