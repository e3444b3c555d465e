import type { Setting } from './setting';

/** How it is examined, what fails the run, and where the reports go. */
export const runSettings = [
  {
    name: 'profile',
    kind: 'text',
    argument: 'name',
    env: 'ECS_METADATA_PROFILE',
    description: 'ecs (the page, the default), nova (OpenStack), or a JSON file',
  },
  {
    name: 'effort',
    kind: 'text',
    argument: 'name',
    env: 'ECS_METADATA_EFFORT',
    description: 'how far generated inputs go beyond the enumerated cases: quick, standard (the default), thorough',
  },
  {
    name: 'seed',
    kind: 'whole',
    argument: 'number',
    env: 'ECS_METADATA_SEED',
    description: 'generate the same inputs as the run that named this seed; else a new one is drawn',
  },
  {
    name: 'replay',
    kind: 'text',
    argument: 'clause:seed:path',
    env: 'ECS_METADATA_REPLAY',
    description: 'nothing but this counterexample, as a report names it',
  },
  {
    name: 'strict',
    kind: 'switch',
    env: 'ECS_METADATA_STRICT',
    description: 'a failed SHOULD fails the run',
  },
  {
    name: 'waive',
    kind: 'list',
    argument: 'what,…',
    env: 'ECS_METADATA_WAIVE',
    description:
      'accept that these are not tested: second-server, second-project, vm-states, a clause or a family (KEY)',
  },
  {
    name: 'out',
    kind: 'text',
    argument: 'dir',
    env: 'ECS_METADATA_OUT',
    description: 'where the reports go (conformance-report)',
  },
] as const satisfies readonly Setting[];
