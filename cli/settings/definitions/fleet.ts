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
] as const satisfies readonly SettingDefinition[];
