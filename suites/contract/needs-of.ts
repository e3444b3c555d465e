import type { Need } from '../../contracts/capabilities';
import { routeOf } from '../../contracts/http/route';
import type { PactInteraction } from '../../contracts/pact/pact-file';
import { isProviderState, type ProviderState } from '../../contracts/pact/provider-states';
import { stateNeeds } from '../harness/state-needs';

/** What an interaction needs of a target, by its provider states. */
export function needsOf({ providerStates = [], request }: PactInteraction): Need[] {
  // A state without parameters is written without them.
  const states = providerStates
    .map((state) => ({ params: {}, ...(state as object) }))
    .filter((state) => isProviderState(state));
  const versions = new Set([routeOf(request.path)?.version, ...states.map(versionOf)]);
  versions.delete(undefined);
  // Under one version alone it is asked as any other check, under whichever is served.
  return [...(versions.size > 1 ? (['v2', 'v2.1'] as const) : []), ...states.flatMap(needsOfState)];
}

function versionOf(state: ProviderState) {
  return state.name === 'replace was sent' ? (state.params.version ?? 'v2.1') : undefined;
}

function needsOfState(state: ProviderState): Need[] {
  switch (state.name) {
    case 'server exists':
    case 'replace was sent':
      return stateNeeds(state.params.vm_state ?? 'active');
    case 'replace was sent to another server':
      return ['second-server'];
    case 'server belongs to another project':
      return ['second-project'];
    case 'project is not of the token':
      return ['project-in-url'];
    case 'server does not exist':
    case 'token is not valid':
      return [];
  }
}
