import { type Capability, type CapabilityName, capabilityOf } from '../contracts/capabilities';
import { toLogLine } from '../contracts/text/escape-invisible';
import { counted } from './counted';
import { isVersion } from './missing-capabilities';
import type { MissingCapability } from './verdict';

/** What a missing capability costs, and what the user can do about it, as the reports tell it. */
export interface ToldCapability {
  /** As in "without a second project", or "/v2 is not served". */
  readonly what: string;
  /** Quoted from what the target did. */
  readonly why: string;
  readonly cost: string;
  /** Empty where nothing is to be done. */
  readonly mend: string;
}

export function toldCapability({
  capability,
  reasons,
  checks,
  clauses,
  isBinding,
  waived,
}: MissingCapability): ToldCapability {
  const { label, mend }: Capability = capabilityOf(capability);
  const more = reasons.length > 4 ? `; and ${reasons.length - 4} more reasons` : '';
  const left =
    checks === 0
      ? 'no check is left out'
      : `${counted(checks, 'check')} of ${counted(clauses.length, 'clause')} not run`;
  return {
    what: isVersion(capability) ? `${label} is not served` : `without ${label}`,
    why: `${reasons.slice(0, 4).join('; ')}${more}`,
    cost: `${effectOf(capability)}${left}`,
    mend: isBinding && !waived ? `${mend === undefined ? '' : `${mend}; or `}accept it with --waive ${capability}` : '',
  };
}

/** What else comes of it. */
function effectOf(name: CapabilityName): string {
  if (isVersion(name)) return 'VERSION-01 fails, and all checks run under the other version; ';
  return name === 'project-in-url' ? 'VERSION-01 fails, and all checks run without it; ' : '';
}

/** A missing capability in one sentence: what it is, why, and what it costs. */
export function missingSentence(missing: MissingCapability): string {
  const { what, why, cost } = toldCapability(missing);
  return `${what} (${why}): ${cost}`;
}

/** The same with what to do, for a report that has one text for all of it. */
export function missingMessage(missing: MissingCapability): string {
  const { mend } = toldCapability(missing);
  const notes = [missing.waived ? 'waived' : '', mend === '' ? '' : `the run is incomplete: ${mend}`];
  return toLogLine([missingSentence(missing), ...notes.filter((note) => note !== '')].join('; '));
}
