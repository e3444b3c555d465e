import { type SettingDefinition, theComparison } from '../setting';

/** The place of a run among others. */
export const fleetSettings = [
  {
    name: 'targetName',
    kind: 'text',
    argument: 'name',
    env: 'ECS_METADATA_TARGET_NAME',
    group: 'run',
    commands: ['run'],
    fixedBy: { against: theComparison },
    description: 'name of the target in result.json; site joins the runs of one name (default: its URL)',
  },
  {
    name: 'targetVersion',
    kind: 'text',
    argument: 'version',
    env: 'ECS_METADATA_TARGET_VERSION',
    group: 'run',
    commands: ['run'],
    fixedBy: { against: theComparison },
    description: 'release of the software under test, for result.json; site orders the runs of a target by it',
  },
] as const satisfies readonly SettingDefinition[];
