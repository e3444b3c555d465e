import {
  type Capability,
  type CapabilityName,
  capabilities,
  capabilityOf,
  type UnmetNeed,
} from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import { countNoun } from '../../contracts/text/count-noun';
import { toLogLine } from '../../contracts/text/escape-invisible';
import type { CheckRecord } from '../collector/check-record';
import type { MissingCapability } from '../result/result';
import { isBinding } from './run-verdict';
import type { Waivers } from './waivers';

/** The capabilities that the target or its user does not offer, with their reasons and their cost. */
export function missingCapabilities(
  checks: readonly { readonly ended: Pick<CheckRecord['ended'], 'clause' | 'ended'> }[],
  foundMissing: readonly UnmetNeed[],
  { profile, strict, waived }: { readonly profile: Profile; readonly strict: boolean; readonly waived: Waivers },
): MissingCapability[] {
  const binds = ({ clause }: { readonly clause: ClauseId }) => {
    const { level } = bindingOf(clause, profile);
    return isBinding(level, strict) && !waived.clauses.has(clause);
  };
  const leftOut = checks.flatMap(({ ended: { clause, ended } }) =>
    ended.outcome === 'not run' ? [{ clause, need: ended.need, reason: ended.reason }] : [],
  );
  const all = [...foundMissing, ...leftOut];
  return capabilities.flatMap(({ name, isRequired }) => {
    const isOf = ({ need }: UnmetNeed) => capabilityOf(need).name === name;
    const missing = all.filter(isOf);
    const cost = leftOut.filter((one) => isOf(one) && bindingOf(one.clause, profile).level !== 'not applicable');
    // A capability that costs no check is left out, unless all checks ran without it.
    if (missing.length === 0 || (cost.length === 0 && !isUriCapability(name))) return [];
    return [
      {
        capability: name,
        reasons: groupReasons(missing),
        checks: cost.length,
        clauses: [...new Set(cost.map(({ clause }) => clause))],
        isBinding: isRequired && cost.some(binds),
        waived: waived.capabilities.has(name),
      },
    ];
  });
}

/** A version of the operation. */
function isVersion(name: CapabilityName): boolean {
  return name === 'v2' || name === 'v2.1';
}

/** A part of the URI on the page: VERSION-01 fails if it is missing. */
function isUriCapability(name: CapabilityName): boolean {
  return isVersion(name) || name === 'project-in-url';
}

/** Each reason once, after the parts of the capability that it concerns. */
function groupReasons(missing: readonly UnmetNeed[]): string[] {
  const parts = new Map<string, Set<string>>();
  for (const { need, reason } of missing) {
    const [, part] = need.split('/');
    const known = parts.get(reason) ?? new Set<string>();
    if (part !== undefined) known.add(part);
    parts.set(reason, known);
  }
  return [...parts].map(([reason, of]) => (of.size > 0 ? `${[...of].join(', ')}: ${reason}` : reason));
}

/** The capabilities that leave the run incomplete. */
export function blockingCapabilities(missing: readonly MissingCapability[]): MissingCapability[] {
  return missing.filter(({ isBinding, waived }) => isBinding && !waived);
}

/** The texts of the reports about a missing capability. */
export interface CapabilityDescription {
  /** For example "a second project", or "/v2". */
  readonly what: string;
  /** The reasons, which may quote the target. */
  readonly why: string;
  readonly cost: string;
  /** The next step of the user; empty if there is none. */
  readonly mend: string;
}

export function describeCapability({
  capability,
  reasons,
  checks,
  clauses,
  isBinding,
  waived,
}: MissingCapability): CapabilityDescription {
  const { label, mend }: Capability = capabilityOf(capability);
  const more = reasons.length > 4 ? `; and ${countNoun(reasons.length - 4, 'more reason')}` : '';
  const consequence =
    checks === 0
      ? 'no check is left out'
      : `${countNoun(checks, 'check')} of ${countNoun(clauses.length, 'clause')} not run`;
  return {
    what: label,
    why: `${reasons.slice(0, 4).join('; ')}${more}`,
    cost: `${effectOnRun(capability)}${consequence}`,
    mend: isBinding && !waived ? `${mend === undefined ? '' : `${mend}; or `}accept it with --waive ${capability}` : '',
  };
}

/** The effects other than the checks that are not run. */
function effectOnRun(name: CapabilityName): string {
  if (isVersion(name)) return 'VERSION-01 fails, and all checks run under the other version; ';
  return name === 'project-in-url' ? 'VERSION-01 fails, and all checks run without it; ' : '';
}

/** A missing capability in one sentence, with its reasons and its cost. */
export function capabilitySentence(missing: MissingCapability): string {
  const { what, why, cost } = describeCapability(missing);
  return `${what} (${why}): ${cost}`;
}

/** The same with the next step, for formats that have one text for all. */
export function capabilityMessage(missing: MissingCapability): string {
  const { mend } = describeCapability(missing);
  const notes = [missing.waived ? 'waived' : '', mend === '' ? '' : `the run is incomplete: ${mend}`];
  return toLogLine([`missing ${capabilitySentence(missing)}`, ...notes.filter((note) => note !== '')].join('; '));
}
