import type { ClauseId } from '../../contracts/clauses';
import type { CheckOutcome, Evidence } from '../../contracts/evidence';
import type { Version } from '../../contracts/metadata';
import type { Event, Subject } from '../../contracts/oracle/state';
import type { Profile } from '../../contracts/profile';
import type { Api } from '../../targets/api';
import { TargetTrouble } from '../../targets/trouble';
import { NotTested } from './not-tested';
import type { Recorder } from './recorder';
import type { Stage } from './stage';
import { type Tools, toolsFor } from './tools';

export interface Check {
  readonly clause: ClauseId;
  readonly title: string;
  readonly version: Version;
  readonly body: (tools: Tools) => Promise<void>;
}

/** One target under examination: runs checks, and writes down how each ended. Lives outside Jest's sandbox. */
export class Examination {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly api: Api,
    private readonly stage: Stage,
    private readonly recorder: Recorder,
    private readonly profile: Profile,
    private readonly subject: Subject,
    private readonly emit: (evidence: Evidence) => void,
  ) {}

  async run(check: Check, suite: string): Promise<void> {
    const { clause, title, version } = check;
    const name = this.unique(`${clause} ${version} ${title}`);
    this.recorder.check = name;
    const ended = await this.outcome(check);
    this.emit({ kind: 'check', check: name, suite, clause, title, version, ended });
  }

  private async outcome({ body, version }: Check): Promise<CheckOutcome> {
    try {
      await body(toolsFor(this.api, this.stage, this.profile, this.subject, version));
      await this.lookAgain(version);
      return { outcome: 'passed' };
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof NotTested) return { outcome: 'not tested', reason: message, trouble: false };
      if (error instanceof TargetTrouble) return { outcome: 'not tested', reason: message, trouble: true };
      return { outcome: 'failed', message };
    }
  }

  /** No check ends before it is seen what its last request left behind. */
  private async lookAgain(version: Version): Promise<void> {
    for (const [id, known] of this.recorder.state?.servers ?? []) {
      const server = this.stage.serverOf(id);
      const isOpen = known.views[version].events.some((event) => !isElsewhere(event));
      if (server !== undefined && isOpen) await this.api.read(server, version);
    }
  }

  /** Two checks of the same words stay two. */
  private unique(name: string): string {
    const count = (this.seen.get(name) ?? 0) + 1;
    this.seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  }
}

/** Another server was replaced: whoever minds that reads this one. */
function isElsewhere(event: Event): boolean {
  return event.kind === 'disturbed' && event.clause.startsWith('ISOLATION');
}
