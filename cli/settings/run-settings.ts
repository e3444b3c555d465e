import type { SettingDefinition } from './setting';

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
    name: 'clause',
    kind: 'list',
    argument: 'what,…',
    env: 'ECS_METADATA_CLAUSE',
    description: 'run only the checks of these clauses or families, such as KEY-04,VALUE: for work on one clause',
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
  {
    name: 'reporter',
    kind: 'list',
    argument: 'name,…',
    env: 'ECS_METADATA_REPORTER',
    description: 'reports to make: console, github, html, markdown, badge, json, junit, ctrf; also har, ./mine.js',
  },
] as const satisfies readonly SettingDefinition[];

/** With what it is compared: a second target, or what is known of this one. */
export const comparisonSettings = [
  {
    name: 'against',
    kind: 'text',
    argument: 'url',
    env: 'ECS_METADATA_AGAINST',
    description: 'a second target: both are given the same inputs, and the first difference is told',
  },
  {
    name: 'againstProjectId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_AGAINST_PROJECT_ID',
    description: 'the project there, where it is not the same',
  },
  {
    name: 'againstServerId',
    kind: 'text',
    argument: 'id',
    env: 'ECS_METADATA_AGAINST_SERVER_ID',
    description: 'an active server there, where it is not the same',
  },
  {
    name: 'againstToken',
    kind: 'text',
    argument: 'token',
    env: 'ECS_METADATA_AGAINST_TOKEN',
    description: 'the token there, where it is not the same',
  },
  {
    name: 'baseline',
    kind: 'text',
    argument: 'file',
    env: 'ECS_METADATA_BASELINE',
    description: 'failures that are known, YAML or JSON: any other one, or one that is out of date, fails the run',
  },
] as const satisfies readonly SettingDefinition[];

/** Where reports and journal go, unless `--out` says otherwise. */
export const defaultFolder = 'conformance-report';
