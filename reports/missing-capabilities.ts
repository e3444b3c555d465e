import { type CapabilityName, capabilities, capabilityOf, type UnmetNeed } from '../contracts/capabilities';
import type { ClauseId } from '../contracts/clauses';
import { bindingOf, type Profile } from '../contracts/profiles/profile';
import type { Observed } from './breach';
import type { MissingCapability } from './verdict';
import type { Waivers } from './waivers';

/** What the target or its user does not offer, each cause once, and what it costs. */
export function missingCapabilities(
  checks: readonly Observed[],
  foundMissing: readonly UnmetNeed[],
  { profile, strict, waived }: { readonly profile: Profile; readonly strict: boolean; readonly waived: Waivers },
): MissingCapability[] {
  const binds = ({ clause }: { readonly clause: ClauseId }) => {
    const { level } = bindingOf(clause, profile);
    return (level === 'MUST' || (level === 'SHOULD' && strict)) && !waived.clauses.has(clause);
  };
  const leftOut = checks.flatMap(({ ended: { clause, ended } }) =>
    ended.outcome === 'not run' ? [{ clause, need: ended.need, reason: ended.reason }] : [],
  );
  const all = [...foundMissing, ...leftOut];
  return capabilities.flatMap(({ name, isRequired }) => {
    const isOf = ({ need }: UnmetNeed) => capabilityOf(need).name === name;
    const missing = all.filter(isOf);
    const cost = leftOut.filter((one) => isOf(one) && bindingOf(one.clause, profile).level !== 'not applicable');
    // What costs nothing is not worth a word, unless all checks had to do without it.
    if (missing.length === 0 || (cost.length === 0 && !isOfUri(name))) return [];
    return [
      {
        capability: name,
        reasons: reasonsOf(missing),
        checks: cost.length,
        clauses: [...new Set(cost.map(({ clause }) => clause))],
        isBinding: isRequired && cost.some(binds),
        waived: waived.capabilities.has(name),
      },
    ];
  });
}

/** Whether it is a version of the operation, which is served or not. */
export function isVersion(name: CapabilityName): boolean {
  return name === 'v2' || name === 'v2.1';
}

/** What the URI of the page has: VERSION-01 tells that it is missing. */
function isOfUri(name: CapabilityName): boolean {
  return isVersion(name) || name === 'project-in-url';
}

/** Each reason once, behind the parts of the capability that it is about. */
function reasonsOf(missing: readonly UnmetNeed[]): string[] {
  const parts = new Map<string, Set<string>>();
  for (const { need, reason } of missing) {
    const [, part] = need.split('/');
    const known = parts.get(reason) ?? new Set<string>();
    if (part !== undefined) known.add(part);
    parts.set(reason, known);
  }
  return [...parts].map(([reason, of]) => (of.size > 0 ? `${[...of].join(', ')}: ${reason}` : reason));
}

/** Those that leave the run incomplete. */
export function lacking(missing: readonly MissingCapability[]): MissingCapability[] {
  return missing.filter(({ isBinding, waived }) => isBinding && !waived);
}
