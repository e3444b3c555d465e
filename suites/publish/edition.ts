import { clauses } from '../../contracts/clauses';
import type { Edition } from '../../contracts/editions';
import { profiles } from '../../contracts/profiles';
import { bindingOf, type Profile } from '../../contracts/profiles/profile';
import { type Effort, efforts } from '../harness/run/run-plan';
import { attemptsFor } from '../harness/search/check-property';
import { declaredChecks } from '../harness/session/plan';

/** The suite as it is today, as an edition. */
export function currentEdition(name: string, effort: Effort['name']): Edition {
  const { checks, properties } = declaredChecks();
  return {
    edition: name,
    effort,
    clauses: clauses.map(({ id }) => {
      const own = properties.filter(({ clause }) => clause === id);
      return {
        clause: id,
        checks: checks.filter(({ clause }) => clause === id).length + own.length,
        trials: own.reduce((sum, property) => sum + attemptsFor(property, efforts[effort]), 0),
      };
    }),
    profiles: { ecs: frozenProfile(profiles.ecs), nova: frozenProfile(profiles.nova) },
  };
}

/** The catalogue may bind a clause otherwise one day: every level is written out. */
function frozenProfile(profile: Profile): Profile {
  const { name, settled, limits, statuses, errorBody } = profile;
  const levels = Object.fromEntries(clauses.map(({ id }) => [id, bindingOf(id, profile).level]));
  return { name, levels, settled, limits, statuses, errorBody };
}
