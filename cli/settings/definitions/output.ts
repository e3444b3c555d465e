import { type SettingDefinition, theComparison } from '../setting';

/** The output of a command while it runs, and at its end. */
export const outputSettings = [
  {
    name: 'quiet',
    kind: 'switch',
    env: 'ECS_METADATA_QUIET',
    group: 'output',
    commands: ['run', 'certify', 'merge'],
    fixedBy: { against: theComparison },
    description: 'print only the failures and the verdict',
  },
  {
    name: 'verbose',
    kind: 'switch',
    env: 'ECS_METADATA_VERBOSE',
    group: 'output',
    commands: ['run', 'certify', 'merge'],
    fixedBy: { against: theComparison },
    excludes: 'quiet',
    description: 'print each request (method, path, status, milliseconds, check) and the verdict of each clause',
  },
  {
    name: 'color',
    kind: 'switch',
    env: 'ECS_METADATA_COLOR',
    group: 'output',
    commands: ['run', 'doctor', 'certify', 'contract verify', 'merge'],
    description: 'print colours (default: NO_COLOR and FORCE_COLOR decide, else the terminal)',
    negation: 'print no colours',
  },
] as const satisfies readonly SettingDefinition[];
